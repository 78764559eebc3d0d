/** A bookmark as the chart shows it. */
export interface BookmarkMark {
  readonly label: string;
  /** 0 to 7. */
  readonly colour: number;
}
