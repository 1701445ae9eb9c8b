/** A page above the one that is shown. */
export interface Step {
  label: string;
  /** Without base; with an anchor if it is a part of a page. */
  path: string;
}
