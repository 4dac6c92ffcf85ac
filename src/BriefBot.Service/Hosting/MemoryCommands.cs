using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefBot.Answers;
using BriefBot.Chat.Memory;
using BriefBot.Service.Chat;
using BriefBot.Service.Chat.Memory;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace BriefBot.Service.Hosting;

/// <summary><c>forget</c>, <c>export</c> and <c>report</c>: what the store holds of people, and what was asked at what cost.</summary>
internal static class MemoryCommands
{
    /// <summary>Deletes everything that is stored of an author.</summary>
    public static async Task<int> ForgetAsync(IReadOnlyDictionary<string, string?> settings, string author)
    {
        await using var store = CommandStore.Create(settings);
        var hash = store.Hash(author);
        var deleted = store.Change(connection => AuthorRecords.Delete(connection, hash));
        store.DeleteAside();
        if (deleted == default)
        {
            Console.WriteLine($"Nothing is stored of {author}.");
            return ExitCode.NotFound;
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Deleted of {author}: {deleted.Answers} questions, {deleted.Conversations} conversations, {deleted.Messages} messages, {deleted.Votes} votes."
            )
        );
        return ExitCode.Done;
    }

    /// <summary>Prints the questions with their answers, one JSON object a line.</summary>
    public static async Task<int> ExportAsync(IReadOnlyDictionary<string, string?> settings, string? author)
    {
        await using var store = CommandStore.Create(settings);
        var hash = author is null ? null : store.Hash(author);
        return store.Read(connection =>
        {
            foreach (var asked in AnswerCommand.FindAll(connection, DateTimeOffset.UnixEpoch, hash))
            {
                var whole = AnswerCommand.WithEvidence(connection, asked);
                Console.WriteLine(
                    JsonSerializer.Serialize(
                        new ExportedAnswer(whole.Author, AnswerReplay.Create(whole, _ => null)),
                        ExportJson.Default.ExportedAnswer
                    )
                );
            }

            return ExitCode.Done;
        });
    }

    /// <summary>Prints questions, outcomes, votes, tokens and cost by day, or by author.</summary>
    public static async Task<int> ReportAsync(IReadOnlyDictionary<string, string?> settings, int days, bool byAuthor, bool json)
    {
        await using var store = CommandStore.Create(settings);
        var price = store.Provider.GetRequiredService<IOptions<AnswersOptions>>().Value.Model.PricePerMillionTokens;
        var asked = store.Read(connection => AnswerCommand.FindAll(connection, store.Now.AddDays(-days), author: null));
        UsageRow[] rows =
        [
            .. asked
                .GroupBy(one => byAuthor ? one.Author : one.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                .Select(group => UsageRow.Create(group.Key, [.. group], price)),
        ];
        rows = byAuthor ? [.. rows.OrderByDescending(row => row.Questions)] : rows;
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, ExportJson.Default.UsageRowArray));
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Simple);
        string[] columns = [byAuthor ? "author" : "day", "questions", "sure", "perhaps", "not found", "up", "down", "tokens", "cost"];
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column) { Alignment = column == columns[0] ? Justify.Left : Justify.Right, NoWrap = true });
        }

        foreach (var row in rows.Append(UsageRow.Create("all", asked, price)))
        {
            string[] cells =
            [
                row.Key,
                .. new[]
                {
                    row.Questions,
                    row.Sure,
                    row.Perhaps,
                    row.NotFound,
                    row.Up,
                    row.Down,
                    row.PromptTokens + row.ReplyTokens,
                }.Select(number => number.ToString("N0", CultureInfo.InvariantCulture)),
                row.Cost.ToString("F2", CultureInfo.InvariantCulture),
            ];
            table.AddRow([.. cells.Select(cell => new Text(cell))]);
        }

        TerminalChannel.Open().Write(table);
        return ExitCode.Done;
    }
}

/// <summary>An answer of the export.</summary>
/// <param name="Author">The author's hash.</param>
/// <param name="Asked">The question and its answer.</param>
internal sealed record ExportedAnswer(string Author, AnswerReplay Asked);

/// <summary>The questions of a day or of an author.</summary>
/// <param name="Key">The day, or the author's hash.</param>
/// <param name="Questions">Number of questions.</param>
/// <param name="Sure">Number of sure answers.</param>
/// <param name="Perhaps">Number of unsure answers.</param>
/// <param name="NotFound">Number of refusals.</param>
/// <param name="Up">Number of votes for answers.</param>
/// <param name="Down">Number of votes against answers.</param>
/// <param name="PromptTokens">Number of tokens that the model read.</param>
/// <param name="ReplyTokens">Number of tokens that the model wrote.</param>
/// <param name="Cost">The cost of the tokens, by <c>Answers:Model:PricePerMillionTokens</c>.</param>
internal sealed record UsageRow(
    string Key,
    long Questions,
    long Sure,
    long Perhaps,
    long NotFound,
    long Up,
    long Down,
    long PromptTokens,
    long ReplyTokens,
    double Cost
)
{
    /// <param name="key">The day, or the author's hash.</param>
    /// <param name="asked">The questions.</param>
    /// <param name="price">The price of a million tokens.</param>
    public static UsageRow Create(string key, IReadOnlyList<AskedQuestion> asked, double price)
    {
        var (prompt, reply) = (asked.Sum(one => one.PromptTokens), asked.Sum(one => one.ReplyTokens));
        return new UsageRow(
            key,
            asked.Count,
            asked.Count(one => one.Outcome == "grounded"),
            asked.Count(one => one.Outcome == "perhaps"),
            asked.Count(one => one.Outcome == "not_found"),
            asked.Sum(one => (long)one.Up),
            asked.Sum(one => (long)one.Down),
            prompt,
            reply,
            (prompt + reply) * price / 1_000_000
        );
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ExportedAnswer))]
[JsonSerializable(typeof(UsageRow[]))]
internal sealed partial class ExportJson : JsonSerializerContext;
