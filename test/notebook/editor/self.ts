// Monaco's worker speaks to `self` when it is imported. Import this file before it.
Object.assign(globalThis, { self: globalThis });

export {};
