/** Milliseconds since the kernel began, by the platform's clock as it was before any cell ran: a cell may replace `performance`. */
export const clock: () => number = performance.now.bind(performance);
