//! The commands and their arguments, described in the language of the user.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{StyledStr, ValueParser};
use clap::{Arg, ArgAction, Command, value_parser};

use super::compare::Years;
use crate::locale::{Lang, Locale};
use crate::model::CensusYear;
use crate::render::Form;

/// The language asked for, found before anything else is parsed, so that help and errors are in it too.
pub(super) fn language(args: &[OsString]) -> Lang {
    let texts: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
    let after =
        texts.iter().position(|text| *text == "--lang").and_then(|at| texts.get(at + 1).copied());
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    after.or(joined).and_then(Lang::parse).unwrap_or_default()
}

/// The arguments with the options of `classify` before its texts, which may begin with a dash.
///
/// « - accompagnement » is an answer; `--json` is an option wherever it stands, and a misspelt one is an error.
pub(super) fn ordered(args: Vec<OsString>) -> Vec<OsString> {
    let text =
        |arg: Option<&OsString>| arg.and_then(|arg| arg.to_str()).unwrap_or_default().to_owned();
    if text(args.get(1)) != "classify" {
        return args;
    }
    let mut rest = args.into_iter();
    let mut options: Vec<OsString> = rest.by_ref().take(2).collect();
    let mut texts = vec![OsString::from("--")];
    while let Some(arg) = rest.next() {
        let word = text(Some(&arg));
        match word.as_str() {
            "--" => texts.extend(rest.by_ref()),
            "--lang" | "--surveys" | "--year" => {
                options.push(arg);
                options.extend(rest.next());
            }
            "-h" => options.push(arg),
            _ if is_option(&word) => options.push(arg),
            _ => texts.push(arg),
        }
    }
    if texts.len() > 1 {
        options.append(&mut texts);
    }
    options
}

fn is_option(word: &str) -> bool {
    let name =
        word.strip_prefix("--").map(|rest| rest.split_once('=').map_or(rest, |(name, _)| name));
    name.is_some_and(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// The whole command.
pub(super) fn command(locale: &Locale) -> Command {
    let commands = [
        run_command("run", locale),
        run_command("watch", locale),
        with_folders(year_command("check", locale), locale),
        classify_command(locale),
        review_command(locale),
        with_folders(year_command("proofs", locale), locale)
            .arg(folder("reports", "reports", locale)),
        publish_command(locale),
        inspect_command(locale),
        compare_command(locale),
        explain_command(locale),
        new_command(locale),
        with_folders(subcommand("completions", locale), locale).arg(shell(locale)),
        with_folders(one_year_command("template", locale), locale),
    ];
    Command::new("labcensus")
        .version(env!("CARGO_PKG_VERSION"))
        .about(locale.text("cli-about"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_help_heading(locale.text("cli-commands"))
        .subcommand_value_name(locale.text("cli-command"))
        .help_template(template(locale))
        .args(shared(locale))
        .arg(flag("version", 'V', ArgAction::Version, locale))
        .subcommands(commands)
}

fn run_command(name: &'static str, locale: &Locale) -> Command {
    let list = |name: &'static str, among: &'static [&'static str]| {
        Arg::new(name)
            .long(name)
            .value_name(among.join(","))
            .help(locale.text(&format!("cli-arg-{name}")))
            .help_heading(locale.text("cli-options"))
            .value_delimiter(',')
            .hide_possible_values(true)
            .value_parser(clap::builder::PossibleValuesParser::new(among))
    };
    let open = Arg::new("open")
        .long("open")
        .action(ArgAction::SetTrue)
        .help(locale.text("cli-arg-open"))
        .help_heading(locale.text("cli-options"));
    let fiches = Arg::new("fiches")
        .long("fiches")
        .action(ArgAction::SetTrue)
        .help(locale.text("cli-arg-fiches"))
        .help_heading(locale.text("cli-options"));
    // What `--only` leaves as it was would keep what the threshold withholds.
    let threshold = Arg::new("threshold")
        .long("threshold")
        .value_name("N")
        .help(locale.text("cli-arg-threshold"))
        .help_heading(locale.text("cli-options"))
        .value_parser(clap::value_parser!(u32).range(2..))
        .conflicts_with("only");
    with_folders(year_command(name, locale), locale)
        .arg(fiches)
        .arg(folder("reports", "reports", locale))
        .arg(list("only", &["html", "pdf", "xlsx", "md", "charts", "data"]))
        .arg(list("edition", &["diffusion", "interne"]))
        .arg(threshold)
        .arg(open)
}

fn subcommand(name: &'static str, locale: &Locale) -> Command {
    Command::new(name)
        .about(locale.text(&format!("cli-{name}")))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .help_template(template(locale))
        .args(shared(locale))
}

fn year_command(name: &'static str, locale: &Locale) -> Command {
    let year = Arg::new("year")
        .value_name(locale.text("cli-value-year"))
        .help(locale.text("cli-arg-year"))
        .num_args(0..)
        .help_heading(locale.text("cli-arguments"))
        .value_parser(ValueParser::new(|text: &str| {
            CensusYear::parse(text).ok_or_else(|| "2020".to_owned())
        }));
    subcommand(name, locale).arg(year)
}

fn one_year_command(name: &'static str, locale: &Locale) -> Command {
    year_command(name, locale).mut_arg("year", |year| year.num_args(0..=1))
}

fn classify_command(locale: &Locale) -> Command {
    let positional = |name: &'static str| {
        Arg::new(name)
            .value_name(locale.text(&format!("cli-value-{name}")))
            .help(locale.text(&format!("cli-arg-{name}")))
            .help_heading(locale.text("cli-arguments"))
    };
    let text = positional("text").num_args(0..);
    with_folders(subcommand("classify", locale), locale)
        .arg(json_flag(locale))
        .arg(year_option("cli-arg-classify-year", locale))
        .arg(positional("question").required(true))
        .arg(text)
}

fn publish_command(locale: &Locale) -> Command {
    with_folders(year_command("publish", locale), locale)
        .arg(option("by", ("cli-value-name", "cli-arg-publish-by"), locale))
        .arg(option("on", ("cli-value-date", "cli-arg-on"), locale).value_parser(day()))
        .arg(option("revise", ("cli-value-reason", "cli-arg-revise"), locale))
}

/// An option with a value: its words are the keys of the value's name and of the help.
fn option(name: &'static str, (value, help): (&str, &str), locale: &Locale) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(locale.text(value))
        .help(locale.text(help))
        .help_heading(locale.text("cli-options"))
}

fn day() -> ValueParser {
    ValueParser::new(|text: &str| {
        text.parse::<chrono::NaiveDate>().map_err(|_| "2020-12-31".to_owned())
    })
}

fn review_command(locale: &Locale) -> Command {
    let option = |name: &'static str, value: &str| {
        self::option(name, (value, &format!("cli-arg-{name}")), locale)
    };
    let day = day();
    with_folders(year_command("review", locale), locale)
        .arg(folder("reports", "reports", locale))
        .arg(option("apply", "cli-value-file").value_parser(value_parser!(PathBuf)))
        .arg(option("by", "cli-value-name"))
        .arg(option("on", "cli-value-date").value_parser(day))
}

fn year_option(help: &str, locale: &Locale) -> Arg {
    Arg::new("year")
        .long("year")
        .value_name(locale.text("cli-value-year"))
        .help(locale.text(help))
        .help_heading(locale.text("cli-options"))
        .value_parser(ValueParser::new(|text: &str| {
            CensusYear::parse(text).ok_or_else(|| "2020".to_owned())
        }))
}

fn new_command(locale: &Locale) -> Command {
    let folder = Arg::new("folder")
        .value_name(locale.text("cli-value-folder"))
        .help(locale.text("cli-arg-folder"))
        .required(true)
        .help_heading(locale.text("cli-arguments"))
        .value_parser(value_parser!(PathBuf));
    let year = year_option("cli-arg-new-year", locale);
    subcommand("new", locale).arg(folder).arg(year)
}

fn inspect_command(locale: &Locale) -> Command {
    let file = Arg::new("file")
        .value_name(locale.text("cli-value-file"))
        .help(locale.text("cli-arg-file"))
        .required(true)
        .num_args(1..)
        .help_heading(locale.text("cli-arguments"))
        .value_parser(value_parser!(PathBuf));
    subcommand("inspect", locale).arg(file).arg(json_flag(locale))
}

fn compare_command(locale: &Locale) -> Command {
    let years =
        ValueParser::new(|text: &str| Years::parse(text).ok_or_else(|| "2019..2022".to_owned()));
    let forms = Form::ALL.map(Form::name);
    with_folders(subcommand("compare", locale), locale)
        .arg(option("years", ("cli-value-years", "cli-arg-years"), locale).value_parser(years))
        .arg(option("labs", ("cli-value-labs", "cli-arg-labs"), locale).value_delimiter(','))
        .arg(option("question", ("cli-value-question", "cli-arg-compare-question"), locale))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name(forms.join("|"))
                .help(locale.text("cli-arg-format"))
                .help_heading(locale.text("cli-options"))
                .hide_possible_values(true)
                .value_parser(forms),
        )
        .arg(
            option("output", ("cli-value-file", "cli-arg-output"), locale)
                .value_parser(value_parser!(PathBuf)),
        )
}

fn explain_command(locale: &Locale) -> Command {
    let figure = Arg::new("figure")
        .value_name(locale.text("cli-value-figure"))
        .help(locale.text("cli-arg-figure"))
        .required(true)
        .num_args(1..)
        .help_heading(locale.text("cli-arguments"));
    with_folders(subcommand("explain", locale), locale).arg(figure).arg(json_flag(locale))
}

fn json_flag(locale: &Locale) -> Arg {
    Arg::new("json")
        .long("json")
        .action(ArgAction::SetTrue)
        .help(locale.text("cli-arg-json"))
        .help_heading(locale.text("cli-options"))
}

fn with_folders(command: Command, locale: &Locale) -> Command {
    command.arg(folder("surveys", "surveys", locale))
}

fn folder(name: &'static str, default: &'static str, locale: &Locale) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(locale.text("cli-value-folder"))
        .help(locale.with(&format!("cli-arg-{name}"), &[("default", default.into())]))
        .help_heading(locale.text("cli-options"))
        .hide_default_value(true)
        .default_value(default)
        .value_parser(value_parser!(PathBuf))
}

fn shell(locale: &Locale) -> Arg {
    Arg::new("shell")
        .value_name(locale.text("cli-value-shell"))
        .help(locale.text("cli-arg-shell"))
        .required(true)
        .hide_possible_values(true)
        .help_heading(locale.text("cli-arguments"))
        .value_parser(value_parser!(clap_complete::Shell))
}

/// `--lang` and `--help`, on every command.
fn shared(locale: &Locale) -> [Arg; 2] {
    let lang = Arg::new("lang")
        .long("lang")
        .value_name("fr|en")
        .help(locale.text("cli-arg-lang"))
        .help_heading(locale.text("cli-options"))
        .hide_default_value(true)
        .hide_possible_values(true)
        .default_value("fr")
        .value_parser(["fr", "en"]);
    [lang, flag("help", 'h', ArgAction::Help, locale)]
}

fn flag(name: &'static str, short: char, action: ArgAction, locale: &Locale) -> Arg {
    Arg::new(name)
        .long(name)
        .short(short)
        .action(action)
        .help(locale.text(&format!("cli-arg-{name}")))
        .help_heading(locale.text("cli-options"))
}

fn template(locale: &Locale) -> StyledStr {
    StyledStr::from(format!(
        "{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}\n",
        locale.text("cli-usage")
    ))
}

#[cfg(test)]
mod tests {
    use super::{OsString, ordered};

    #[test]
    fn options_of_classify_may_stand_after_answers_that_begin_with_a_dash() {
        let order = |line: &[&str]| {
            let args = line.iter().map(OsString::from).collect();
            ordered(args).iter().map(|arg| arg.to_string_lossy().into_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            order(&["labcensus", "classify", "themes", "- péda", "--json", "--year", "2020", "-"]),
            ["labcensus", "classify", "--json", "--year", "2020", "--", "themes", "- péda", "-"]
        );
        assert_eq!(
            order(&["labcensus", "classify", "--jsn", "x", "--", "--json"]),
            ["labcensus", "classify", "--jsn", "--", "x", "--json"]
        );
        assert_eq!(order(&["labcensus", "run", "--", "x"]), ["labcensus", "run", "--", "x"]);
    }
}
