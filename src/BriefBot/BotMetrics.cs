using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BriefBot;

/// <summary>
/// Records counters, durations and traces under names that follow OpenTelemetry's conventions. They never hold text of questions or
/// answers. Costs almost nothing while nobody listens.
/// </summary>
/// <remarks>Safe for concurrent use.</remarks>
public static class BotMetrics
{
    /// <summary>The name of the meter, and of the source of traces.</summary>
    public const string Meter = "BriefBot";

    private static readonly Meter Ours = new(Meter);

    private static readonly ActivitySource Spans = new(Meter);

    private static readonly Counter<long> Questions = Ours.CreateCounter<long>(
        "briefbot.questions",
        "{question}",
        "Messages that were replied to, by briefbot.outcome and briefbot.network."
    );

    private static readonly Histogram<double> Replies = Ours.CreateHistogram<double>(
        "briefbot.reply.duration",
        "s",
        "How long a reply took from the message to its text, waiting included, by briefbot.outcome.",
        advice: Buckets
    );

    private static readonly Histogram<double> Stages = Ours.CreateHistogram<double>(
        "briefbot.stage.duration",
        "s",
        "How long a stage of an answer took, by briefbot.stage: wait, search, embed, rank, compose, model.",
        advice: Buckets
    );

    private static readonly UpDownCounter<long> Queue = Ours.CreateUpDownCounter<long>(
        "briefbot.questions.active",
        "{question}",
        "Questions that are being answered or wait their turn."
    );

    private static readonly Counter<long> Reconnects = Ours.CreateCounter<long>(
        "briefbot.gateway.reconnects",
        "{connection}",
        "Connections to a chat network that ended or were not made, by briefbot.network."
    );

    private static readonly Histogram<double> ModelDurations = Ours.CreateHistogram<double>(
        "briefbot.model.duration",
        "s",
        "How long a model took for a request, its searches with it, by briefbot.purpose: write, repair, verify.",
        advice: Buckets
    );

    private static readonly Counter<long> ModelAnswers = Ours.CreateCounter<long>(
        "briefbot.model.answers",
        "{answer}",
        "Questions that a model was asked, by briefbot.outcome."
    );

    private static readonly Counter<long> Verifications = Ours.CreateCounter<long>(
        "briefbot.model.verifications",
        "{answer}",
        "Answers whose sentences a model was asked to judge, by briefbot.outcome."
    );

    private static readonly Counter<long> ModelDrops = Ours.CreateCounter<long>(
        "briefbot.model.dropped",
        "{sentence}",
        "Sentences of a model that were dropped, by briefbot.reason."
    );

    private static readonly Counter<long> TokensUsed = Ours.CreateCounter<long>(
        "briefbot.model.tokens",
        "{token}",
        "Tokens that a model read and wrote, by briefbot.direction (prompt, reply) and briefbot.purpose (write, repair, verify)."
    );

    private static readonly ObservableCounter<long> Readings = Ours.CreateObservableCounter(
        "briefbot.files.read",
        () => Interlocked.Read(ref _filesRead),
        "{file}",
        "Files of the knowledge folder that were read into the index because they were new or had changed."
    );

    private static long _filesRead;

    private static InstrumentAdvice<double> Buckets =>
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };

    /// <summary>A message was replied to.</summary>
    internal static void Replied(string outcome, string network, string replyId, double milliseconds)
    {
        if (Activity.Current is { } span && span.Source == Spans)
        {
            span.SetTag("briefbot.outcome", outcome).SetTag("briefbot.reply", replyId);
        }

        Questions.Add(1, Tag("outcome", outcome), Tag("network", network));
        Replies.Record(milliseconds / 1_000, Tag("outcome", outcome));
    }

    /// <summary>A stage of an answer is over, which began at <paramref name="since"/> by <see cref="Stopwatch.GetTimestamp"/>.</summary>
    /// <returns>Now, when the next begins.</returns>
    internal static long Stage(string stage, long since)
    {
        var now = Stopwatch.GetTimestamp();
        Stages.Record(Stopwatch.GetElapsedTime(since, now).TotalSeconds, Tag("stage", stage));
        Span(stage, since);
        return now;
    }

    /// <summary>
    /// Starts the trace of a message and returns it, or null when nobody listens. It is the root: ASP.NET Core's own traces are not
    /// exported.
    /// </summary>
    internal static Activity? Question(string network)
    {
        var outer = Activity.Current;
        Activity.Current = null;
        var span = Spans.StartActivity("question", ActivityKind.Server)?.SetTag("briefbot.network", network);
        Activity.Current = span ?? outer;
        return span;
    }

    /// <summary>Begins a later part of the trace of a message; null where it has none.</summary>
    internal static Activity? Continue(string name, ActivityContext question) =>
        question == default ? null : Spans.StartActivity(name, ActivityKind.Internal, question);

    /// <summary>One question more, or less, is inside.</summary>
    internal static void Active(int change) => Queue.Add(change);

    /// <summary>A connection to a network ended or was not made.</summary>
    internal static void Reconnecting(string network) => Reconnects.Add(1, Tag("network", network));

    /// <summary>A model was asked, since <paramref name="since"/> by <see cref="Stopwatch.GetTimestamp"/>.</summary>
    internal static void ModelAsked(string purpose, long since)
    {
        ModelDurations.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, Tag("purpose", purpose));
        Span(purpose, since);
    }

    /// <summary>A model read and wrote tokens.</summary>
    internal static void ModelTokens(string purpose, int prompt, int reply)
    {
        TokensUsed.Add(prompt, Tag("direction", "prompt"), Tag("purpose", purpose));
        TokensUsed.Add(reply, Tag("direction", "reply"), Tag("purpose", purpose));
    }

    /// <summary>Counts the outcome of a request to a model.</summary>
    internal static void ModelAnswered(string outcome, string? verification, IReadOnlyDictionary<string, int> dropped)
    {
        ModelAnswers.Add(1, Tag("outcome", outcome));
        if (verification is not null)
        {
            Verifications.Add(1, Tag("outcome", verification));
        }

        foreach (var (reason, count) in dropped)
        {
            ModelDrops.Add(count, Tag("reason", reason));
        }
    }

    /// <summary>Files were read.</summary>
    internal static void Read(int files) => Interlocked.Add(ref _filesRead, files);

    /// <summary>Adds a span that ends now to the message's trace, if there is one.</summary>
    private static void Span(string name, long since)
    {
        if (Activity.Current is { } parent && parent.Source == Spans)
        {
            Spans
                .StartActivity(
                    name,
                    ActivityKind.Internal,
                    parent.Context,
                    startTime: TimeProvider.System.GetUtcNow() - Stopwatch.GetElapsedTime(since)
                )
                ?.Dispose();
        }
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new("briefbot." + name, value);
}
