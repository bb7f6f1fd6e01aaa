import ts from "typescript";
import { createRequire } from "node:module";

const typings = createRequire(import.meta.url)
  .resolve("kalshi-typescript")
  .replace(/\.js$/, ".d.ts");
const program = ts.createProgram([typings], { strict: true, skipLibCheck: true });
const checker = program.getTypeChecker();
const source = program.getSourceFile(typings)!;
const exported = new Map(
  checker
    .getExportsOfModule(checker.getSymbolAtLocation(source)!)
    .map((symbol) => [symbol.name, symbol] as const),
);

/**
 * Returns where a value is not what the package's model says: what is missing, of another type, or
 * no word of an enumeration; and what the model does not know.
 */
export function differences(value: unknown, model: string): string[] {
  if (model === "object") {
    return typeof value === "object" ? [] : [`${JSON.stringify(value)} is no object`];
  }
  const symbol = exported.get(model);
  if (symbol === undefined) {
    throw new Error("the package has no model " + model);
  }
  const found: string[] = [];
  compare(value, checker.getDeclaredTypeOfSymbol(alias(symbol)), model, found);
  return found;
}

function alias(symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function compare(value: unknown, type: ts.Type, path: string, found: string[]): void {
  if (type.isUnion()) {
    if (!type.types.some((option) => fits(value, option))) {
      found.push(`${path} is ${JSON.stringify(value)}, not ${checker.typeToString(type)}`);
    }
    const object = type.types.find((option) => option.flags & ts.TypeFlags.Object);
    if (object !== undefined && typeof value === "object" && value !== null) {
      compare(value, object, path, found);
    }
    return;
  }
  if (!fits(value, type)) {
    found.push(`${path} is ${JSON.stringify(value)}, not ${checker.typeToString(type)}`);
  } else if (Array.isArray(value)) {
    const item = checker.getTypeArguments(type as ts.TypeReference)[0]!;
    value.forEach((each, i) => compare(each, item, `${path}[${i}]`, found));
  } else if (typeof value === "object" && value !== null) {
    const known = checker.getPropertiesOfType(type);
    for (const property of known) {
      const field = (value as Record<string, unknown>)[property.name];
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      if (field !== undefined) {
        compare(field, checker.getTypeOfSymbol(property), `${path}.${property.name}`, found);
      } else if (!optional) {
        found.push(`${path}.${property.name} is missing`);
      }
    }
    const names = new Set(known.map((property) => property.name));
    for (const name of Object.keys(value)) {
      if (!names.has(name)) {
        found.push(`${path}.${name} is unknown to the package`);
      }
    }
  }
}

function fits(value: unknown, type: ts.Type): boolean {
  if (type.isStringLiteral() || type.isNumberLiteral()) {
    return value === type.value;
  }
  if (type.isUnion()) {
    return type.types.some((option) => fits(value, option));
  }
  const flags = type.flags;
  if (flags & ts.TypeFlags.Any) return true;
  if (flags & ts.TypeFlags.String) return typeof value === "string";
  if (flags & ts.TypeFlags.Number) return typeof value === "number";
  if (flags & ts.TypeFlags.BooleanLike) {
    const words = ["boolean", String(value)];
    return typeof value === "boolean" && words.includes(checker.typeToString(type));
  }
  if (flags & ts.TypeFlags.Null) return value === null;
  if (flags & ts.TypeFlags.Undefined) return value === undefined;
  if (checker.isArrayType(type)) return Array.isArray(value);
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
