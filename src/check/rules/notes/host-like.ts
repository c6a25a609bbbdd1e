/** A relative link that begins like a host: `www.lights.example/tower`, `youtube.com/@harbour`. Files end otherwise. */
export const isHostLike = (link: string): boolean =>
  /^(?:www\.[^\s/]+\.|[a-z0-9-]{1,63}\.(?:com|org|net|io|fm|co|dev|app|me|tv|be|de|nl|fr|es|it|uk|eu)(?:[/?#]|$))/i.test(
    link,
  )
