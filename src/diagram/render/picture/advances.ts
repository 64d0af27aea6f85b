export type FaceStyle = 'regular' | 'semibold' | 'italic';

/** The code points that have a number, in order: printable ASCII, then the upper half of Latin-1. */
export const measured: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
];

/**
 * Advance widths in thousandths of the size, two digits to the base 36 each: of each letter the greatest in the face of the site
 * and in what stands in for it. Read from the fonts: Cabin at weight 400 and 600, Liberation Sans (which has the measures of
 * Arial) and DejaVu Sans, bold for 600.
 */
export const advances: Readonly<Record<FaceStyle, string>> = {
  regular:
    '8ub5csnahoqelo7nauaudwna8ubs8u9djehohohohohohohohoho9d9dnananafgs7j0j2k2leijgzlmkw87dwijfhnzkslvijlvk2ijgzkcj0rhj1ijj1au9daunafqdwh1hnfahnh39shnhm7q7qg37qr2hmh0hnhnbfehawhmggmqggggelho9dhona8ub5hohojcho9dfgdwrsd3h0naccrsfcdwnab5b5dwhoho8udwb5d3h0qxqxqxgzj0j0j0j0j0j0rsk2ijijijij87878787ljkslvlvlvlvlvnalvkckckckcijijhih1h1h1h1h1h1rafah3h3h3h37q7q7q7qh0hmh0h0h0h0h0nah0hmhmhmhmgghngg',
  semibold:
    '9ocoehnajcruo88icpcpejnaakboaka5jjjcjcjcjcjcjcjcjcjcb4b4nananagzrslil6ken2izizmtn9acfgljhprnn9nmkdnmlek0iymkliunlfk4k5cpa5cpnafldwirjwghjwiuc3jwjs9j9jih9jsyjsj3jwjwdpgjdajsi4pohxi4g6jsa5jsna9ocojcjck6jca5fgdwrsfohynaccrsfcdwnac6c6dwkghoakdwc6fohysrsrsrgzlilililililiu5keizizizizacacacacnan9nmnmnmnmnmnanmmkmkmkmkk4kijziriririririrt4ghiuiuiuiu9j9j9j9jj3jsj3j3j3j3j3naj3jsjsjsjsi4jwi4',
  italic:
    '8ub5csnahoqelo7nauaudwna8ub08uavirhohohohohohohohoho9d9dnananafgs7j0j2k2leijgzlmkw87dwijfhnzkslvijlvk2ijgzkcj0rhj1ijj1au9daunafgdwh1hnfahnh39shnhm7q7qg37qr2hmh0hnhnbfehawhmggmqggggelho9dhona8ub5hohohoho9dfgdwrsd3h5nabkrsfcdwnab5b5dwhoho8udwb5d3h5qxqxqxgzj0j0j0j0j0j0rsk2ijijijij87878787ljkslvlvlvlvlvnalvkckckckcijijhih1h1h1h1h1h1rnfah3h3h3h37q7q7q7qh0hmh0h0h0h0h0nah0hmhmhmhmgghngg',
};
