/** What every page of a preview does beside its own: loads again when something has changed, and leads to what was found. */

declare global {
  interface Window {
    /** Written in front of this script by the server. */
    buildFeedPreview?: { readonly words: string }
  }
}

const own = new URL((document.currentScript as HTMLScriptElement).src)
// What has changed before this page listened is told by the number of what it shows.
const events = new EventSource(`/-/events${own.search}`)
events.onmessage = () => location.reload()
// Else a browser waits for the page that is left, and there is room for six of them.
addEventListener('pagehide', () => events.close())

if (
  !location.pathname.startsWith('/-/') &&
  window.top === window &&
  !document.body.classList.contains('embedded')
) {
  const link = document.createElement('a')
  link.href = '/-/'
  link.textContent = window.buildFeedPreview?.words ?? 'Preview'
  link.className = 'button preview'
  link.style.cssText = 'position:fixed;bottom:1rem;inset-inline-end:1rem;z-index:20'
  // Whoever goes from landmark to landmark finds it too; and it is English on pages of every language.
  const landmark = document.createElement('aside')
  landmark.ariaLabel = 'Preview'
  landmark.lang = 'en'
  landmark.append(link)
  document.body.append(landmark)
}

export {}
