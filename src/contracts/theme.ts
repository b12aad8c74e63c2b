// The look of the pages: what an application may set, and the defaults.

/** The colours of one scheme, each `#rrggbb` or `#rgb`. */
export interface ThemeColors {
  /** The background of the page. */
  readonly background: string
  /** The background of cards, buttons and fields. Default: `background`, if that is given. */
  readonly surface: string
  readonly text: string
  /** Secondary text. Default: as faint as is still readable. */
  readonly muted: string
  /** The borders of buttons and fields. Default: as faint as is still visible. */
  readonly border: string
  /** Links, and the focus ring. */
  readonly accent: string
  /** The primary button. Default: `text`. */
  readonly primary: string
  /**
   * The text on the primary button. Default: `background`, or black or white (whichever has more contrast) if `primary` is
   * given.
   */
  readonly primaryText: string
}

/** The look of the pages. Each option is checked at start. */
export interface ThemeOptions {
  /** Colours for readers who prefer light pages; missing ones are derived from the others. */
  readonly light?: Partial<ThemeColors> | undefined
  /** Colours for readers who prefer dark pages. */
  readonly dark?: Partial<ThemeColors> | undefined
  /** `light` or `dark` applies to all readers. Default: `auto`, the reader's preference. */
  readonly scheme?: 'auto' | 'light' | 'dark' | undefined
  /** The radius of corners: `0`, or a length in `px` or `rem` up to `32px`. Default: `0.75rem`. */
  readonly radius?: string | undefined
  /** Font families of the reader's device or of `fontFile`, in order of preference: `Inter, sans-serif`. */
  readonly font?: string | undefined
  /** The application's path of a font file with the first family of `font`: `/fonts/inter.woff2`. */
  readonly fontFile?: string | undefined
  /** The application's path of a picture that each page shows instead of `siteName`: `/logo.svg`. */
  readonly logo?: string | undefined
  /** The logo for dark pages. Default: `logo`. */
  readonly logoDark?: string | undefined
}

/** The options, complete and checked: every value is safe in a stylesheet. */
export interface Theme {
  readonly scheme: 'auto' | 'light' | 'dark'
  /** Null for the default colours of the pages. */
  readonly light: ThemePalette | null
  readonly dark: ThemePalette | null
  readonly radius: string | null
  readonly font: ThemeFont | null
  readonly logo: ThemeLogo | null
}

/** The colours of a scheme, including the derived ones. */
export interface ThemePalette extends ThemeColors {
  /** The background of marks and badges. */
  readonly tint: string
  /** The lines between rows. */
  readonly line: string
}

export interface ThemeFont {
  /** A list for `font-family`. */
  readonly families: string
  /** The first family, if it comes from a file. */
  readonly file: { readonly family: string; readonly href: string } | null
}

export interface ThemeLogo {
  readonly href: string
  readonly darkHref: string
}

/** The colours that an application may set; the others are derived from them. */
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

/** The default colours. */
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
