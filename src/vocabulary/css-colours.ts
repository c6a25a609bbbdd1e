/** The words and functions that are colours in CSS: https://www.w3.org/TR/css-color-4/ and, of functions, -5. As of 2026-11-29. */

const words = (list: string): readonly string[] => list.trim().split(/\s+/)

export const namedColours: readonly string[] = words(`
  aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet
  brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue
  darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange
  darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise
  darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen
  fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred
  indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
  lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen
  lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen magenta
  maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue
  mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin
  navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen
  paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple
  red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue
  slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet
  wheat white whitesmoke yellow yellowgreen
`)

/** Those of the system and of the element, and those of the system that were given up and still work. */
const otherColours = words(`
  transparent currentcolor
  AccentColor AccentColorText ActiveText ButtonBorder ButtonFace ButtonText Canvas CanvasText
  Field FieldText GrayText Highlight HighlightText LinkText Mark MarkText SelectedItem
  SelectedItemText VisitedText
  ActiveBorder ActiveCaption AppWorkspace Background ButtonHighlight ButtonShadow CaptionText
  InactiveBorder InactiveCaption InactiveCaptionText InfoBackground InfoText Menu MenuText
  Scrollbar ThreeDDarkShadow ThreeDFace ThreeDHighlight ThreeDLightShadow ThreeDShadow Window
  WindowFrame WindowText
`)

/** In small letters. */
export const colourWords: ReadonlySet<string> = new Set(
  [...namedColours, ...otherColours].map(word => word.toLowerCase()),
)

export const colourFunctions: readonly string[] = words(`
  rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix contrast-color light-dark device-cmyk
  alpha var env attr if
`)
