/** Writes a program of `tools` or the tests as one file that Node runs, and says its name again. */
export declare function toolScript(entry: string, outfile: string): Promise<string>;
