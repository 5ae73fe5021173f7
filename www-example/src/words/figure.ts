// How English writes a whole number.

/** 10,000 rather than 10000. */
export const figure = (count: number): string => count.toLocaleString("en-US");
