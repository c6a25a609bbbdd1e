export interface ShowMeta {
  readonly title: string
}
export interface EpisodeMeta {
  readonly title: string
}
