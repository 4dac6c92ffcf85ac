using System.Globalization;
using System.Text.Json;
using BriefBot.Answers.Evaluation;
using Spectre.Console;

namespace BriefBot.Service.Hosting;

/// <summary>Prints an evaluation for a person.</summary>
internal static class EvalTables
{
    public static void Print(IAnsiConsole console, EvaluationReport report)
    {
        console.Write(Answerable(report));
        console.Write(Unanswerable(report));
        console.WriteLine(Text($"{report.SentencesPerReply:F2} sentences and {report.WordsPerReply:F1} words per reply"));
        console.WriteLine(Text($"p50 {report.P50Milliseconds:F2} ms, p95 {report.P95Milliseconds:F2} ms per question"));
        if (report.YesNo is { } yesNo)
        {
            console.WriteLine(
                Text($"yes or no first: {yesNo.Right} right and {yesNo.Wrong} wrong, of {yesNo.Asked} questions that ask for it")
            );
        }

        if (report.Model is { } model)
        {
            console.Write(SideBySide(report, model));
        }

        console.Write(Calibration(report));
        foreach (var failure in (report.Model?.Report ?? report).Failures)
        {
            console.WriteLine(
                $"{failure.Id} {(string.IsNullOrEmpty(failure.Kind) ? "" : $"({failure.Kind}) ")}{failure.Question}".TrimStart()
            );
            console.WriteLine(Text($"    expected: {(failure.Expected.Count == 0 ? "a refusal" : string.Join(" / ", failure.Expected))}"));
            console.WriteLine(Text($"    said ({failure.Confidence:F2}): {failure.Said}"));
        }
    }

    private static Table Answerable(EvaluationReport report)
    {
        // Shares alone, so that the table fits a terminal of 80 columns; the numbers are in the JSON.
        var table = Narrow(
            "kind",
            "asked",
            "sure: right",
            "right if sure",
            "perhaps: right",
            "right if perhaps",
            "right",
            "right at once",
            "cited right"
        );
        foreach (var kind in report.Kinds.Append(report.All))
        {
            table.AddRow(
                Markup.Escape(kind.Kind.Length > 0 ? kind.Kind : "other"),
                Text($"{kind.Answerable}"),
                Percent(kind.SureRight, kind.Answerable),
                Percent(kind.SureRight, kind.Sure),
                Percent(kind.PerhapsRight, kind.Answerable),
                Percent(kind.PerhapsRight, kind.Perhaps),
                Percent(kind.Right, kind.Answerable),
                Percent(kind.FirstRight, kind.Answerable),
                Percent(kind.CitedRight, kind.Answerable)
            );
        }

        return table;
    }

    private static Table Unanswerable(EvaluationReport report)
    {
        var table = Narrow("kind", "unanswerable", "wrongly sure", "wrongly perhaps", "refused");
        foreach (var kind in report.Kinds.Append(report.All))
        {
            table.AddRow(
                Markup.Escape(kind.Kind.Length > 0 ? kind.Kind : "other"),
                Text($"{kind.Unanswerable}"),
                Percent(kind.SureAnyway, kind.Unanswerable),
                Percent(kind.PerhapsAnyway, kind.Unanswerable),
                Percent(kind.Refused, kind.Unanswerable)
            );
        }

        return table;
    }

    private static Table SideBySide(EvaluationReport without, ModelReport model)
    {
        var table = Simple("", "without the model", "with it");
        void Row(string name, Func<EvaluationReport, string> value) => table.AddRow(name, value(without), value(model.Report));
        Row("answered rightly", report => Share(report.All.Right, report.All.Answerable));
        Row("told though nothing answers", report => Share(report.All.Unanswerable - report.All.Refused, report.All.Unanswerable));
        Row("p50", report => Text($"{report.P50Milliseconds:F0} ms"));
        Row("p95", report => Text($"{report.P95Milliseconds:F0} ms"));
        table.AddRow("the model", "", Counts(model.Outcomes));
        table.AddRow("its sentences verified", "", Counts(model.Verifications));
        table.AddRow("sentences dropped", "", Counts(model.Dropped));
        table.AddRow("tokens read and written", "", Text($"{model.PromptTokens:N0}, {model.ReplyTokens:N0}"));
        if (model.Cost is { } cost)
        {
            table.AddRow("cost", "", Text($"{cost:F4}"));
        }

        return table;
    }

    private static string Counts<T>(IReadOnlyDictionary<T, int> counts)
        where T : notnull =>
        string.Join(
            ", ",
            counts
                .OrderByDescending(count => count.Value)
                .Select(count => Text($"{Markup.Escape(JsonNamingPolicy.SnakeCaseLower.ConvertName($"{count.Key}"))} {count.Value}"))
        );

    private static Table Calibration(EvaluationReport report)
    {
        var table = Simple("confidence", "answers", "promised", "right");
        foreach (var bin in report.Calibration)
        {
            table.AddRow(
                Text($"{bin.From:F1} to {bin.To:F1}"),
                Text($"{bin.Answers}"),
                Text($"{bin.Confidence:P0}"),
                Text($"{bin.Right:P0}")
            );
        }

        return table;
    }

    private static Table Simple(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(column);
        }

        return table;
    }

    private static Table Narrow(string first, params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(first);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column) { Alignment = Justify.Right, Padding = new Padding(0, 0, 1, 0) });
        }

        return table;
    }

    private static string Percent(int count, int of) => of == 0 ? "" : Text($"{(double)count / of:P1}");

    private static string Share(int count, int of) => of == 0 ? "" : Text($"{count} ({(double)count / of:P1})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
