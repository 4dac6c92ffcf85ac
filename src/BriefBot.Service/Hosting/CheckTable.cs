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
        var table = new Table().Border(TableBorder.Simple).AddColumn("file").AddColumn(Right("passages")).AddColumn(Right("words")).AddColumn("");
        foreach (var file in report.Files)
        {
            table.AddRow(Text(file.Path), Number(file.Passages), Number(file.Words), new Text(State(file)));
        }

        console.Write(table);
        foreach (var problem in report.Problems.Concat(report.Files.SelectMany(file => file.Problems)))
        {
            console.Write(new Text(problem.Severity == Severity.Error ? "error " : "warning ", problem.Severity == Severity.Error ? Color.Red : Color.Yellow));
            console.WriteLine(PlainText.Of(problem.ToString()));
        }

        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(report.Files.Count(file => file.State == DocumentState.Indexed), "article")}, {Count(report.Passages, "passage")}, "
                + $"{Count(report.Words, "word")}; {Count(report.Errors, "error")}, {Count(report.Warnings, "warning")}"));
    }

    private static TableColumn Right(string title) => new TableColumn(title).RightAligned();

    private static Text Number(int number) => new(number > 0 ? number.ToString(CultureInfo.InvariantCulture) : "");

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    private static Text Text(string text) => new(PlainText.Of(text));

    private static string State(CheckedFile file) => file.State switch
    {
        DocumentState.Failed => "can't be read",
        DocumentState.Skipped when file.Problems.Count == 0 => "format not read",
        DocumentState.Skipped => "not read",
        _ => "",
    };
}
