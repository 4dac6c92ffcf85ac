using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefBot.Answers;

namespace BriefBot.Service.Answers;

/// <summary>
/// Records a model's replies and verdicts, and plays them back without asking it. Verdicts are found by the words of the sentence, so a
/// record also serves other passages. Safe for concurrent use.
/// </summary>
internal sealed class RecordedModel
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<(ModelPurpose Purpose, string Question, string Earlier), RecordedReply> _replies = [];
    private readonly ConcurrentDictionary<string, bool> _verdicts = new(StringComparer.Ordinal);
    private readonly string? _path;
    private int _promptTokens;
    private int _replyTokens;

    private RecordedModel(string? path) => _path = path;

    /// <summary>The tokens that were read and written, those of a record played back included.</summary>
    public (int Prompt, int Reply) Tokens => (_promptTokens, _replyTokens);

    /// <summary>Begins a record.</summary>
    /// <param name="path">The file of JSON lines that it is kept in, which is emptied, or null for nowhere.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be.</exception>
    public static RecordedModel Create(string? path)
    {
        if (path is not null)
        {
            File.WriteAllText(path, "");
        }

        return new RecordedModel(path);
    }

    /// <summary>Reads a record.</summary>
    /// <exception cref="InvalidDataException">A line is not as it was kept; the message names it.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static RecordedModel Read(string path)
    {
        var record = new RecordedModel(path: null);
        foreach (var (i, line) in File.ReadLines(path).Index().Where(line => line.Item.Length > 0))
        {
            try
            {
                record.Take(JsonSerializer.Deserialize(line, RecordedModelJson.Default.RecordedReply) ?? throw new JsonException());
            }
            catch (JsonException)
            {
                throw new InvalidDataException($"{path}:{i + 1}: isn’t a line written by eval --record.");
            }
        }

        return record;
    }

    /// <summary>Keeps a reply.</summary>
    public void Add(RecordedReply reply)
    {
        Take(reply);
        if (_path is not null)
        {
            lock (_lock)
            {
                File.AppendAllText(_path, JsonSerializer.Serialize(reply, RecordedModelJson.Default.RecordedReply) + "\n");
            }
        }
    }

    /// <summary>Returns the recorded reply to a question, or null.</summary>
    public RecordedReply? Find(ModelPurpose purpose, string question, string earlier) =>
        _replies.GetValueOrDefault((purpose, question, earlier));

    /// <summary>Returns the recorded verdict on a sentence, or null.</summary>
    public bool? Verdict(string sentence) => _verdicts.TryGetValue(sentence, out var states) ? states : null;

    private void Take(RecordedReply reply)
    {
        Interlocked.Add(ref _promptTokens, reply.PromptTokens);
        Interlocked.Add(ref _replyTokens, reply.ReplyTokens);
        if (reply is { Sentence: { } sentence, States: { } states })
        {
            _verdicts[sentence] = states;
        }
        else if (reply.Question is { } question)
        {
            _replies[(reply.Purpose, question, reply.Earlier ?? "")] = reply;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault
)]
[JsonSerializable(typeof(RecordedReply))]
internal sealed partial class RecordedModelJson : JsonSerializerContext;

/// <summary>A line of a record: the reply to a question, the verdict on a sentence, or the tokens a request used.</summary>
/// <param name="Purpose">The purpose of the request.</param>
internal sealed record RecordedReply(ModelPurpose Purpose)
{
    /// <summary>The question, as the model saw it.</summary>
    public string? Question { get; init; }

    /// <summary>The earlier questions and answers as the model saw them.</summary>
    public string? Earlier { get; init; }

    /// <summary>The reply.</summary>
    public string? Text { get; init; }

    /// <summary>The outcome of the request.</summary>
    public ModelOutcome Outcome { get; init; }

    /// <summary>A sentence that it judged.</summary>
    public string? Sentence { get; init; }

    /// <summary>Indicates whether the passages state the sentence.</summary>
    public bool? States { get; init; }

    /// <summary>The tokens that it read.</summary>
    public int PromptTokens { get; init; }

    /// <summary>The tokens that it wrote.</summary>
    public int ReplyTokens { get; init; }
}
