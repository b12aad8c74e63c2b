// How the pages look: what an application may set, and what the pages look like without it.

/** Colours of one scheme, each `#rrggbb` or `#rgb`. */
export interface ThemeColors {
  /** Behind everything. */
  readonly background: string
  /** Of cards, buttons and fields. Default: `background`, where that is given. */
  readonly surface: string
  readonly text: string
  /** Of text that matters less. Default: as faint as stays readable. */
  readonly muted: string
  /** The edges of buttons and fields. Default: as faint as can be made out. */
  readonly border: string
  /** Links, and the ring around what has the focus. */
  readonly accent: string
  /** Of the button that leads on. Default: `text`. */
  readonly primary: string
  /** On that button. Default: black or white, whichever stands out more. */
  readonly primaryText: string
}

/** How the pages look: each is checked at start. */
export interface ThemeOptions {
  /** Colours where the reader prefers light pages; those that are not given follow from the others. */
  readonly light?: Partial<ThemeColors> | undefined
  /** Colours where the reader prefers dark pages. */
  readonly dark?: Partial<ThemeColors> | undefined
  /** `light` or `dark`: that scheme for everybody. Default: `auto`, as the reader prefers. */
  readonly scheme?: 'auto' | 'light' | 'dark' | undefined
  /** Of the corners: `0`, or a length in `px` or `rem` up to `32px`. Default: `0.75rem`. */
  readonly radius?: string | undefined
  /** Families that the reader's device has, or that of `fontFile`, the best first: `Inter, sans-serif`. */
  readonly font?: string | undefined
  /** A path of the application with the first family of `font`: `/fonts/inter.woff2`. */
  readonly fontFile?: string | undefined
  /** A path of the application with a picture that stands above each page in the place of `siteName`: `/logo.svg`. */
  readonly logo?: string | undefined
  /** The same for dark pages. Default: `logo`. */
  readonly logoDark?: string | undefined
}

/** The options, complete and checked: every value is safe in a stylesheet. */
export interface Theme {
  readonly scheme: 'auto' | 'light' | 'dark'
  /** Null where the colours are those of the pages themselves. */
  readonly light: ThemePalette | null
  readonly dark: ThemePalette | null
  readonly radius: string | null
  readonly font: ThemeFont | null
  readonly logo: ThemeLogo | null
}

/** The colours of a scheme, with those that follow from them. */
export interface ThemePalette extends ThemeColors {
  /** Behind marks and badges. */
  readonly tint: string
  /** Between rows. */
  readonly line: string
}

export interface ThemeFont {
  /** A list for `font-family`. */
  readonly families: string
  /** Its first family, where a file has it. */
  readonly file: { readonly family: string; readonly href: string } | null
}

export interface ThemeLogo {
  readonly href: string
  readonly darkHref: string
}

/** The colours that an application may give; the others follow from them. */
export const themeColorNames: readonly (keyof ThemeColors)[] = [
  'background',
  'surface',
  'text',
  'muted',
  'border',
  'accent',
  'primary',
  'primaryText',
]

/** What the pages look like by themselves. */
export const ownColors: { readonly light: ThemePalette; readonly dark: ThemePalette } = {
  light: {
    background: '#faf9f7',
    surface: '#ffffff',
    text: '#1d1c1a',
    muted: '#625f59',
    border: '#8d8981',
    accent: '#2556c9',
    primary: '#1d1c1a',
    primaryText: '#faf9f7',
    tint: '#f1efeb',
    line: '#e3e0da',
  },
  dark: {
    background: '#141413',
    surface: '#1c1c1b',
    text: '#eeece8',
    muted: '#aaa69e',
    border: '#7d7971',
    accent: '#9db8ff',
    primary: '#eeece8',
    primaryText: '#141413',
    tint: '#2a2927',
    line: '#343330',
  },
}
