/** Sources of cells that give a page more than it can draw, by what each is. */
export declare const floods: Record<string, string>;
