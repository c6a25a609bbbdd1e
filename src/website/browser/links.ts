/** Links name files, so that they work from a disk; a server shows a folder's page by the folder's own address. */
export const cleanLinks = (): void => {
  if (!/^https?:$/.test(location.protocol)) return
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href*="index.html"]')) cleanLink(link)
}

export const cleanLink = (link: HTMLAnchorElement): void => {
  const url = new URL(link.href)
  if (url.origin !== location.origin || !url.pathname.endsWith('/index.html')) return
  url.pathname = url.pathname.slice(0, -'index.html'.length)
  link.href = url.href
}
