// What the page is told when it is built.

interface ImportMetaEnv {
  /** Address of the API that the page starts with. */
  readonly VITE_WAVIX_BASE_URL?: string;
}
