function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

/** First and second halves of compound place names ("Ashmere", "Brightwatch"). */
export const PLACE_HEADS = words(`
  Alder Amber Ash Bright Cinder Clear Cold Copper Crane Dawn Deep Drift Dusk Ebon Elder
  Ember Fair Far Fern Flint Frost Glass Gold Gray Green Hallow Hawk High Hollow Iron Juniper
  Keen Lantern Long Low Marble Moon Night North Oak Pale Quartz Raven Red River Salt Sand
  Silver Slate Snow Star Still Stone Storm Summer Sun Swift Thorn Tide Umber Vesper West
  White Wild Winter Wren
`);
export const PLACE_TAILS = words(`
  acre barrow bourne bridge brook cairn cliff crest dale fall fell field ford forge garth
  gate glen grove harbor haven helm hold holm keep lea light march mark mere moor mount
  point reach rest ridge run shade shore spire stead vale view wall ward watch way well wick
  wold yard
`);

/** Invented syllables of planet names ("Velmara", "Ostrion"). */
export const WORLD_HEADS = words(`
  Ab Ael Bel Bor Cal Cor Cy Dar Del Dra El Er Eth Fal Fen Gal Gor Hal Hes Il Ith Jor Kal Kes
  Kor Lan Lor Lyr Mal Mer Mir Nal Ner Nov Ol Or Ost Pal Per Quel Ral Rho Sal Sel Syl Tal Tev
  Thal Tor Ul Val Vel Ver Vor Xan Yl Zan Zeph
`);
export const WORLD_MIDDLES = ['', '', 'a', 'an', 'ar', 'e', 'en', 'i', 'in', 'o', 'or', 'u'] as const;
export const WORLD_TAILS = words(`
  bris dara dell dine dor drin gard gon kara kesh lia lon los lune mara meda mir mos nara
  neth nis nor phos ra rell rin ris ron rus sara seth sia sos tara thea this tos tris vane
  vara via vos zar zia
`);

/** Both halves of cluster names ("Silent Reach"). */
export const CLUSTER_HEADS = words(`
  Amaranth Anvil Argent Auburn Aurora Azure Basalt Beacon Cobalt Corona Crescent Cypress
  Distant Echo Emerald Falcon Garnet Gilded Halcyon Harvest Heron Hidden Indigo Ivory Jasper
  Kestrel Laurel Lonely Lucent Meridian Mirror Obsidian Ochre Opal Orchard Pilgrim Quiet
  Radiant Russet Sable Saffron Serene Silent Solstice Sunken Tranquil Twilight Verdant
  Violet Wandering Willow Zenith
`);
export const CLUSTER_TAILS = words(`
  Arc Bank Basin Chain Cradle Crown Deeps Drift Fields Garden Gulf Heights March Passage
  Plain Reach Ring Shoal Sound Span Spiral Steps Strand Veil Verge Wake
`);
