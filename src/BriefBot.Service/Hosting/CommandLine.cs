using System.CommandLine;
using System.CommandLine.Parsing;
using BriefBot.Service.Hosting.Doctor;

namespace BriefBot.Service.Hosting;

/// <summary>The commands of the executable and the options that all of them know.</summary>
/// <param name="given">The settings that were named by their keys.</param>
internal sealed class CommandLine(IReadOnlyDictionary<string, string?> given)
{
    private static readonly Option<string?> Knowledge = new("--knowledge")
    {
        Description = "The folder of articles (Knowledge:Path).",
        HelpName = "DIR",
        Recursive = true,
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The folder of the index (Data:Path).",
        HelpName = "DIR",
        Recursive = true,
    };

    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = "Where the service listens, such as http://127.0.0.1:5080 (Urls).",
        HelpName = "URL",
        Recursive = true,
    };

    public RootCommand Build()
    {
        var root = new RootCommand(
            """
            BriefBot answers questions from the articles in a folder, and cites the source of every sentence.

            Examples:
              briefbot                                      run the service: the chat page at http://127.0.0.1:5080
              briefbot ask How high are the tariffs?        answer one question
              briefbot check --knowledge docs               check the articles for problems
              briefbot --Chat:AuthorPerMinute 5             any setting can be passed by its key
            """
        )
        {
            Knowledge,
            Data,
            Urls,
        };
        root.Subcommands.Add(Serve());
        root.Subcommands.Add(Ask());
        root.Subcommands.Add(Chat());
        root.Subcommands.Add(Check());
        root.Subcommands.Add(Eval());
        root.Subcommands.Add(Health());
        root.Subcommands.Add(Doctor());
        root.Subcommands.Add(Gaps());
        root.Subcommands.Add(Report());
        root.Subcommands.Add(Replay());
        root.Subcommands.Add(Export());
        root.Subcommands.Add(Forget());
        root.Subcommands.Add(Read());
        root.SetAction((parsed, cancellationToken) => ServeCommand.RunAsync(Settings(parsed), cancellationToken));
        return root;
    }

    private Command Serve()
    {
        var command = new Command("serve", "Run the service: the chat page, the HTTP interface and the chat networks. The default.");
        command.SetAction((parsed, cancellationToken) => ServeCommand.RunAsync(Settings(parsed), cancellationToken));
        return command;
    }

    private Command Ask()
    {
        var question = new Argument<string[]>("question")
        {
            Description = "The question, with quotes or without; read from the standard input where it is left out.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print the answer as JSON." };
        var command = new Command("ask", "Answer one question.") { question, json };
        command.SetAction(
            (parsed, cancellationToken) =>
                AskCommand.RunAsync(Settings(parsed), WithoutOptions(parsed, question), parsed.GetValue(json), cancellationToken)
        );
        return command;
    }

    /// <summary>Returns the words of a question; an option that does not exist is no word of it, except after a lone <c>--</c>.</summary>
    private static string[] WithoutOptions(ParseResult parsed, Argument<string[]> question)
    {
        var words = parsed.GetValue(question) ?? [];
        return
            parsed.Tokens.All(token => token.Type != TokenType.DoubleDash)
            && Array.Find(words, word => word.Length > 2 && word.StartsWith("--", StringComparison.Ordinal) && char.IsAsciiLetter(word[2]))
                is { } wrong
            ? throw new StartProblemException(
                ExitCode.Usage,
                $"{wrong}: there is no such option. There are --knowledge, --data, --urls and --json. Put -- before a question that holds it."
            )
            : words;
    }

    private Command Chat()
    {
        var command = new Command("chat", "Chat in the terminal.");
        command.SetAction((parsed, cancellationToken) => ChatCommand.RunAsync(Settings(parsed), cancellationToken));
        return command;
    }

    private Command Check()
    {
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var strict = new Option<bool>("--strict") { Description = "Exit code 1 for warnings too." };
        var command = new Command("check", "Check the articles for problems.") { json, strict };
        command.SetAction(
            (parsed, cancellationToken) =>
                CheckCommand.RunAsync(Settings(parsed), parsed.GetValue(json), parsed.GetValue(strict), cancellationToken)
        );
        return command;
    }

    private Command Eval()
    {
        var file = new Argument<string>("file")
        {
            Description = "A questions file: JSON Lines of question, answers, answerable, path, id, kind.",
        };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var minRight = new Option<double?>("--min-right")
        {
            Description = "Minimum share of answerable questions that must be answered correctly, such as 0.8.",
            HelpName = "SHARE",
        };
        var minRefused = new Option<double?>("--min-refused")
        {
            Description = "Minimum share of unanswerable questions that must be refused.",
            HelpName = "SHARE",
        };
        var model = new Option<bool>("--model")
        {
            Description = "Ask the configured model too, and show both side by side, with tokens and cost.",
        };
        var record = new Option<string?>("--record")
        {
            Description = "Ask the model too, and keep what it writes in this file.",
            HelpName = "FILE",
        };
        var replay = new Option<string?>("--replay")
        {
            Description = "Replay what a model wrote, from a file made with --record, without asking the model.",
            HelpName = "FILE",
        };
        var command = new Command("eval", "Measure answers against a file of questions with known answers.")
        {
            file,
            json,
            minRight,
            minRefused,
            model,
            record,
            replay,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                EvalCommand.RunAsync(
                    Settings(parsed),
                    parsed.GetRequiredValue(file),
                    new EvalOutput(parsed.GetValue(json), parsed.GetValue(minRight), parsed.GetValue(minRefused))
                    {
                        Model = parsed.GetValue(model),
                        Record = parsed.GetValue(record),
                        Replay = parsed.GetValue(replay),
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private Command Health()
    {
        var live = new Option<bool>("--live") { Description = "Only check that the service is running." };
        var command = new Command("health", "Check whether the running service can answer.") { live };
        command.SetAction(
            (parsed, cancellationToken) => HealthCommand.RunAsync(Settings(parsed), parsed.GetValue(live), cancellationToken)
        );
        return command;
    }

    private Command Doctor()
    {
        var json = new Option<bool>("--json") { Description = "Print the results as JSON." };
        var command = new Command(
            "doctor",
            "Check everything the service needs, without starting it: settings, folders, address, memory, the model, Discord, Slack."
        )
        {
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) => DoctorCommand.RunAsync(Settings(parsed), parsed.GetValue(json), cancellationToken)
        );
        return command;
    }

    private Command Gaps()
    {
        var days = new Option<int>("--since")
        {
            Description = "Number of days to look back.",
            HelpName = "DAYS",
            DefaultValueFactory = _ => 30,
        };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var markdown = new Option<bool>("--markdown") { Description = "Print the report as Markdown." };
        var command = new Command("gaps", "Report the questions that the articles do not answer, grouped by what they ask.")
        {
            days,
            json,
            markdown,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                GapsCommand.RunAsync(
                    Settings(parsed),
                    Math.Clamp(parsed.GetValue(days), 1, 36_500),
                    parsed.GetValue(json),
                    parsed.GetValue(markdown),
                    cancellationToken
                )
        );
        return command;
    }

    private Command Replay()
    {
        var id = new Argument<string>("id") { Description = "The answer's id." };
        var json = new Option<bool>("--json") { Description = "Print the record as JSON." };
        var command = new Command("replay", "Show a recorded answer with its passages, scores, proofs and versions.") { id, json };
        command.SetAction((parsed, _) => ReplayCommand.RunAsync(Settings(parsed), parsed.GetRequiredValue(id), parsed.GetValue(json)));
        return command;
    }

    private Command Forget()
    {
        var author = Author(isRequired: true);
        var command = new Command("forget", "Delete everything that is stored of a person. The service must be stopped.") { author };
        command.SetAction((parsed, _) => MemoryCommands.ForgetAsync(Settings(parsed), parsed.GetRequiredValue(author)!));
        return command;
    }

    private Command Export()
    {
        var author = Author(isRequired: false);
        var command = new Command("export", "Print the recorded questions with their answers, one JSON object a line.") { author };
        command.SetAction((parsed, _) => MemoryCommands.ExportAsync(Settings(parsed), parsed.GetValue(author)));
        return command;
    }

    private Command Report()
    {
        var days = new Option<int>("--since")
        {
            Description = "Number of days.",
            HelpName = "DAYS",
            DefaultValueFactory = _ => 30,
        };
        var authors = new Option<bool>("--authors") { Description = "Count by author, as hashes, rather than by day." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command("report", "Report questions, outcomes, votes, and the model's tokens and cost.") { days, authors, json };
        command.SetAction(
            (parsed, _) =>
                MemoryCommands.ReportAsync(
                    Settings(parsed),
                    Math.Clamp(parsed.GetValue(days), 1, 36_500),
                    parsed.GetValue(authors),
                    parsed.GetValue(json)
                )
        );
        return command;
    }

    private static Option<string?> Author(bool isRequired) =>
        new("--author")
        {
            Description = "The person: a network and an id, such as discord:80351110224678912 or web:192.0.2.7.",
            HelpName = "NETWORK:ID",
            Required = isRequired,
        };

    private static Command Read()
    {
        var command = new Command("read", "Read files for the service that started this.") { Hidden = true };
        command.SetAction(_ => ReadCommand.Run());
        return command;
    }

    private Dictionary<string, string?> Settings(ParseResult parsed)
    {
        var settings = new Dictionary<string, string?>(given, StringComparer.OrdinalIgnoreCase);
        Add(settings, "Knowledge:Path", parsed.GetValue(Knowledge));
        Add(settings, "Data:Path", parsed.GetValue(Data));
        Add(settings, ListenUrls.Key, parsed.GetValue(Urls));
        return settings;
    }

    private static void Add(Dictionary<string, string?> settings, string key, string? value)
    {
        if (value is not null)
        {
            settings[key] = value;
        }
    }
}
