// @ts-check
// A dial plan as Asterisk runs it, as far as the one that is generated goes. What somebody dialled is put in before an
// expression or an application is read, as Asterisk does it, so that text can break out here as it would there.

/**
 * The steps of the first extension that matches. A pattern's X is a digit, its dot whatever there is, at least one.
 *
 * @param {string} text
 * @param {string} dialled
 */
function stepsFor(text, dialled) {
  for (const extension of text.split(/^exten => _/m).slice(1)) {
    const [first = "", ...others] = extension.split("\n same => n");
    const [, pattern = "", step = ""] = first.match(/^(\S+?),1,(.*)/) ?? [];
    const expression = pattern.replace("+", "\\+").replaceAll("X", "\\d").replace(/\.$/, ".+");
    if (!new RegExp(`^${expression}$`).test(dialled)) continue;
    return [step, ...others].map((line) => {
      const [, label, application = "", data = ""] = line.trim().match(/^(?:\((\w+)\))?,?(\w+)\((.*)\)$/) ?? [];
      return { label, application, data };
    });
  }
  return [];
}

/**
 * Where a bracket closes that is open before `from`.
 *
 * @param {string} text
 * @param {number} from
 */
function closing(text, from) {
  let open = 1;
  for (let at = from; at < text.length; at += 1) {
    if ("{[".includes(text.charAt(at))) open += 1;
    if ("}]".includes(text.charAt(at))) open -= 1;
    if (open === 0) return at;
  }
  throw new Error(`a bracket of ${text} does not close`);
}

/**
 * Variables, functions and expressions replaced by their values, the inner ones first, and what comes out of them once.
 *
 * @param {string} text
 * @param {Record<string, string>} variables
 * @returns {string}
 */
function filledIn(text, variables) {
  const at = text.search(/\$[{[]/);
  if (at < 0) return text;
  const end = closing(text, at + 2);
  const inner = filledIn(text.slice(at + 2, end), variables);
  const value = text[at + 1] === "[" ? String(Number(holds(inner))) : evaluated(inner, variables);
  return text.slice(0, at) + value + filledIn(text.slice(end + 1), variables);
}

/**
 * @param {string} what a function with its data, or a variable
 * @param {Record<string, string>} variables
 */
function evaluated(what, variables) {
  const [, name, data = ""] = what.match(/^(\w+)\((.*)\)$/) ?? [];
  if (name === "LEN") return String(Buffer.byteLength(data));
  if (name === "FILTER") return data.slice(data.indexOf(",") + 1).replace(/[^0-9]/g, "");
  const [variable = "", from] = what.split(":");
  return (variables[variable] ?? "").slice(Number(from ?? 0));
}

/**
 * @param {string} expression comparisons of numbers; anything else is a break-out
 */
function holds(expression) {
  return expression.split(" | ").some((comparison) => {
    const [, left, sign, right] = comparison.match(/^(\d+) (!=|>) (\d+)$/) ?? [];
    if (!sign) throw new Error(`no comparison of numbers: ${comparison}`);
    return sign === ">" ? Number(left) > Number(right) : left !== right;
  });
}

/**
 * What Dial is given for a number that somebody dials; nothing when it never comes to that.
 *
 * @param {string} text
 * @param {string} dialled
 * @returns {string | undefined}
 */
export function asteriskDials(text, dialled) {
  const steps = stepsFor(text, dialled);
  /** @type {Record<string, string>} */
  const variables = { EXTEN: dialled };
  for (let at = 0; at < steps.length; at += 1) {
    const { application = "", data = "" } = steps[at] ?? {};
    const filled = filledIn(data, variables);
    if (application === "Dial") return filled;
    if (application === "Hangup") return undefined;
    if (application === "Goto") return asteriskDials(text, filled.replace(/,1$/, ""));
    if (application === "Set") {
      const [name = "", value = ""] = filled.split("=");
      variables[name] = value;
    }
    if (application === "GotoIf") {
      const [, condition, yes, no] = filled.match(/^([01])\?(\w+)(?::(\d+),1)?$/) ?? [];
      if (condition === "1") at = steps.findIndex(({ label }) => label === yes) - 1;
      else if (no) return asteriskDials(text, no);
    }
  }
  return undefined;
}

/**
 * What FreeSWITCH bridges to. The end of its expression matches before a last line feed too.
 *
 * @param {string} text
 * @param {string} dialled
 * @returns {string | undefined}
 */
export function freeswitchDials(text, dialled) {
  const expression = text.match(/field="destination_number" expression="([^"]*)\$"/)?.[1];
  const bridge = text.match(/application="bridge" data="([^"]*)"/)?.[1];
  const [, number] = dialled.match(new RegExp(`${expression}(?:\\n)?$`)) ?? [];
  return number && bridge?.replace("$1", number);
}
