using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefBot.Answers.Evaluation;

/// <summary>Reads a questions file: JSON Lines, one question a line, empty lines skipped.</summary>
internal static class QuestionsFile
{
    private const string Example = """{"question": "When does the bridge open?", "answers": ["at eight", "8:00"]}""";

    /// <exception cref="InvalidDataException">A line is no question; the message names the file, the line and the problem.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static IReadOnlyList<EvaluationQuestion> Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidDataException($"{path} is a folder. Name a file with one JSON object per line.");
        }

        var questions = File.ReadLines(path)
            .Select((text, index) => (text, line: index + 1))
            .Where(line => !string.IsNullOrWhiteSpace(line.text))
            .Select(line => Parse(path, line.line, line.text))
            .ToArray();
        return questions.Length > 0
            ? questions
            : throw new InvalidDataException($"{path} has no questions. Write one JSON object per line.");
    }

    private static EvaluationQuestion Parse(string path, int line, string text)
    {
        try
        {
            var question = JsonSerializer.Deserialize(text, EvaluationJson.Default.EvaluationQuestion);
            return question switch
            {
                null => throw new InvalidDataException($"{path}:{line}: null isn’t a question. Write a JSON object."),
                { Answerable: true, Answers.Count: 0, All.Count: 0 } => throw new InvalidDataException(
                    $"{path}:{line}: the question has no \"answers\". Name at least one, or set \"answerable\" to false."
                ),
                _ => question,
            };
        }
        catch (JsonException e)
        {
            // The reader's own exception is within where the text is not JSON at all.
            var what =
                e.InnerException is JsonException ? "this isn’t valid JSON."
                : e.Path is ['$', '.', .. var key] ? $"\"{key}\" has a value of the wrong type."
                : "there is no \"question\".";
            throw new InvalidDataException($"{path}:{line}: {what} Write, for example: {Example}", e);
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    WriteIndented = false,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(EvaluationQuestion))]
[JsonSerializable(typeof(EvaluationReport))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
