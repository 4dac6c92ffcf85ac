using System.Text.Json.Serialization;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Checking;

namespace BriefBot.Service.Hosting;

/// <summary>The output of <c>check --json</c>; names are verbatim, for programs that open the files.</summary>
internal sealed record CheckResponse(
    IReadOnlyList<CheckResponse.File> Files,
    IReadOnlyList<CheckResponse.Said> Problems,
    int Passages,
    int Words,
    int Errors,
    int Warnings,
    int Notes
)
{
    public static CheckResponse Create(CheckReport report) =>
        new(
            [
                .. report.Files.Select(file => new File(
                    file.Path,
                    file.State.ToString().ToLowerInvariant(),
                    file.Title,
                    file.Passages,
                    file.Words,
                    [.. file.Problems.Select(Said.Of)]
                )),
            ],
            [.. report.Problems.Select(Said.Of)],
            report.Passages,
            report.Words,
            report.Errors,
            report.Warnings,
            report.Notes
        );

    /// <summary>A file with its problems.</summary>
    internal sealed record File(string Path, string State, string? Title, int Passages, int Words, IReadOnlyList<Said> Problems);

    /// <summary>Something that is wrong.</summary>
    internal sealed record Said(string Path, int? Line, string Severity, string Message)
    {
        public static Said Of(Problem problem) =>
            new(problem.Path, problem.Line, problem.Severity.ToString().ToLowerInvariant(), problem.Sentence);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckResponse))]
internal sealed partial class CheckJson : JsonSerializerContext;
