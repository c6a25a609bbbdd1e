/** Of the project in `root`: the text of a module that takes the place of src/website/files.ts. */
export declare const websiteFiles: (root: string) => Promise<string>
export declare const websiteSources: (root: string) => string[]
export declare const withWebsiteFiles: (root: string) => {
  name: string
  load: (id: string) => Promise<string> | undefined
}
