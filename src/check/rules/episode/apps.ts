/** What players do, by their public source. */

/** Version of 2026; read on 2026-11-28: `seemDuplicates` compares the guid, the address, and title, day, length and type. */
export const antennaPodDuplicates =
  'https://github.com/AntennaPod/AntennaPod/blob/develop/storage/database/src/main/java/de/danoeh/antennapod/storage/database/FeedItemDuplicateGuesser.java'
