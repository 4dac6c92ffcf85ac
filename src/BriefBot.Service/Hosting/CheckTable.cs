using System.Globalization;
using BriefBot.Chat.Writing;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Checking;
using Spectre.Console;

namespace BriefBot.Service.Hosting;

/// <summary>Prints a check for a person.</summary>
internal static class CheckTable
{
    public static void Print(IAnsiConsole console, CheckReport report)
    {
        var table = new Table()
            .Border(TableBorder.Simple)
            .AddColumn("file")
            .AddColumn(Right("passages"))
            .AddColumn(Right("words"))
            .AddColumn("");
        foreach (var file in report.Files)
        {
            table.AddRow(Text(file.Path), Number(file.Passages), Number(file.Words), new Text(State(file)));
        }

        console.Write(table);
        foreach (
            var same in report
                .Problems.Concat(report.Files.SelectMany(file => file.Problems))
                .GroupBy(problem => problem.Severity)
                .OrderBy(same => same.Key)
        )
        {
            console.Write(
                new Text(
                    same.Key switch
                    {
                        Severity.Error => "Errors",
                        Severity.Warning => "Warnings",
                        _ => "Notes",
                    },
                    ColorOf(same.Key)
                )
            );
            console.WriteLine();
            foreach (var problem in same)
            {
                console.Write(new Padder(new Text(PlainText.Escape($"{Where(problem)} {problem.Sentence}")), new Padding(2, 0, 0, 0)));
            }

            console.WriteLine();
        }

        console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(report.Files.Count(file => file.State == DocumentState.Indexed), "article")}, {Count(report.Passages, "passage")}, "
                    + $"{Count(report.Words, "word")}; {Count(report.Errors, "error")}, {Count(report.Warnings, "warning")}, {Count(report.Notes, "note")}"
            )
        );
    }

    private static string Where(Problem problem) => problem.Line is { } line ? $"{problem.Path}:{line}:" : $"{problem.Path}:";

    private static Color ColorOf(Severity severity) =>
        severity switch
        {
            Severity.Error => Color.Red,
            Severity.Warning => Color.Yellow,
            _ => Color.Blue,
        };

    private static TableColumn Right(string title) => new TableColumn(title).RightAligned();

    private static Text Number(int number) => new(number > 0 ? number.ToString(CultureInfo.InvariantCulture) : "");

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    private static Text Text(string text) => new(PlainText.Escape(text));

    private static string State(CheckedFile file) =>
        file.State switch
        {
            DocumentState.Failed => "not usable",
            DocumentState.Skipped when file.Problems.Count == 0 => "unsupported format",
            DocumentState.Skipped => "not read",
            _ => "",
        };
}
