// Everything that the package exports, as text and with its docstrings, read from the sources through the compiler's API.
import path from 'node:path'
import ts from 'typescript-6'
import { entriesOfPackage } from './package-entries.ts'
import { root } from './programs.ts'

export interface PublicSurface {
  /** One block for each entry of the exports map, one line for each name and each member. */
  readonly text: string
  /** Exported names, and members of exported option types, that have no docstring: `latchkey/express requireUser`. */
  readonly unexplained: readonly string[]
  readonly names: number
}

export function readPublicSurface(): PublicSurface {
  const entries = entriesOfPackage()
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root)
  const program = ts.createProgram(
    entries.map(({ source }) => path.join(root, source)),
    options,
  )
  const checker = program.getTypeChecker()
  const known = new Map<ts.Symbol, string>()
  const unexplained: string[] = []
  const blocks = entries.map(({ name: entry, source }) => {
    const file = program.getSourceFile(path.join(root, source))
    const module = file && checker.getSymbolAtLocation(file)
    if (!module) throw new Error(`${source} exports nothing.`)
    const lines = checker
      .getExportsOfModule(module)
      .toSorted((one, other) => (one.name < other.name ? -1 : 1))
      .flatMap((exported) => {
        const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0
        const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported
        const before = known.get(symbol)
        if (before) return [`  ${exported.name}: that of ${before}`]
        known.set(symbol, entry)
        if (!isOwn(symbol)) return [`  ${exported.name}: of another package`]
        unexplained.push(...unexplainedIn(symbol, checker).map((name) => `${entry} ${name}`))
        return (symbol.declarations ?? []).flatMap(linesOf)
      })
    return [entry, ...lines].join('\n')
  })
  return { text: `${blocks.join('\n\n')}\n`, unexplained, names: known.size }
}

function isOwn({ declarations }: ts.Symbol): boolean {
  return declarations?.every((one) => !one.getSourceFile().fileName.includes('node_modules')) ?? false
}

/** Looks at the symbol itself and, if it is a type of options, at its members. */
function unexplainedIn(symbol: ts.Symbol, checker: ts.TypeChecker): readonly string[] {
  const isExplained = (one: ts.Symbol) => one.getDocumentationComment(checker).length > 0
  const own = isExplained(symbol) ? [] : [symbol.name]
  if (!symbol.name.endsWith('Options')) return own
  const members = (symbol.declarations ?? [])
    .filter((one) => ts.isInterfaceDeclaration(one))
    .flatMap((one) => one.members)
    .flatMap(({ name }) => (name ? (checker.getSymbolAtLocation(name) ?? []) : []))
    .filter((member) => !isExplained(member))
  return [...own, ...members.map((member) => `${symbol.name}.${member.name}`)]
}

const printer = ts.createPrinter({ removeComments: true })

function linesOf(declaration: ts.Declaration): readonly string[] {
  const text = printer.printNode(
    ts.EmitHint.Unspecified,
    withoutBodies(declaration),
    declaration.getSourceFile(),
  )
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `  ${line.replace(/^export /, '')}`)
}

/** Keeps what callers see: signatures, and the members of a class that are not private. */
function withoutBodies(node: ts.Declaration): ts.Node {
  const { factory } = ts
  if (ts.isFunctionDeclaration(node)) {
    const { modifiers, asteriskToken, name, typeParameters, parameters, type } = node
    return factory.createFunctionDeclaration(
      modifiers,
      asteriskToken,
      name,
      typeParameters,
      parameters,
      type,
      undefined,
    )
  }
  if (ts.isVariableDeclaration(node)) {
    return factory.createVariableDeclaration(node.name, undefined, node.type, undefined)
  }
  if (ts.isClassDeclaration(node)) {
    const members = node.members.flatMap((member) => publicMember(member) ?? [])
    return factory.createClassDeclaration(
      node.modifiers,
      node.name,
      node.typeParameters,
      node.heritageClauses,
      members,
    )
  }
  return node
}

function publicMember(member: ts.ClassElement): ts.ClassElement | null {
  const { factory } = ts
  if (member.name && ts.isPrivateIdentifier(member.name)) return null
  if (
    ts.canHaveModifiers(member) &&
    ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword)
  ) {
    return null
  }
  if (ts.isConstructorDeclaration(member)) {
    return factory.createConstructorDeclaration(member.modifiers, member.parameters, undefined)
  }
  if (ts.isMethodDeclaration(member)) {
    const { modifiers, asteriskToken, name, questionToken, typeParameters, parameters, type } = member
    return factory.createMethodDeclaration(
      modifiers,
      asteriskToken,
      name,
      questionToken,
      typeParameters,
      parameters,
      type,
      undefined,
    )
  }
  if (ts.isGetAccessorDeclaration(member)) {
    return factory.createGetAccessorDeclaration(
      member.modifiers,
      member.name,
      member.parameters,
      member.type,
      undefined,
    )
  }
  if (ts.isPropertyDeclaration(member)) {
    return factory.createPropertyDeclaration(
      member.modifiers,
      member.name,
      member.questionToken,
      member.type,
      undefined,
    )
  }
  return member
}
