/** Whether the last whole build made `dist/` and `build/` out of these very sources. */
export declare function isFresh(): boolean;
