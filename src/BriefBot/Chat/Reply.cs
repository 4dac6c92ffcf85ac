using System.Diagnostics;
using System.Text.Json.Serialization;
using BriefBot.Answers;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Chat;

/// <summary>The bot's reply to a message. A closed hierarchy: each network's writer switches over all of it.</summary>
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(SmallTalk), "small_talk")]
[JsonDerivedType(typeof(Sources), "sources")]
[JsonDerivedType(typeof(Passages), "passages")]
[JsonDerivedType(typeof(Refused), "refused")]
public abstract record Reply
{
    private Reply() { }

    /// <summary>The reply's id: short, unlike any other.</summary>
    public required string Id { get; init; }

    /// <summary>Time taken by the reply, in milliseconds.</summary>
    public required double ElapsedMilliseconds { get; init; }

    /// <summary>A question was asked.</summary>
    public sealed record Answered : Reply
    {
        /// <summary>The answer.</summary>
        public required Answer Answer { get; init; }

        /// <summary>Indicates whether a model is asked too: a better answer may come in the place of this one.</summary>
        public bool MayImprove { get; init; }

        /// <summary>Indicates whether the question may be passed to the editors.</summary>
        public bool MayAskEditors { get; init; }

        /// <summary>Indicates whether the person may ask to be told when an article answers.</summary>
        public bool MayWait { get; init; }

        /// <summary>Time to wait for the model's answer before this reply is shown.</summary>
        internal TimeSpan Patience { get; init; }

        /// <summary>Indicates whether a model is still writing, and these are the first of its sentences.</summary>
        internal bool IsUnfinished { get; init; }

        /// <summary>Indicates whether nothing was found and a model is asked too, so that this is no refusal yet.</summary>
        public bool IsLookingFurther => MayImprove && Answer is Answer.NotFound;

        /// <summary>Returns whether this reply replaces the first one: a model wrote it, or withdrew an answer.</summary>
        public bool Replaces(Reply first) =>
            Answer is Answer.Grounded { Composer: AnswerSource.Model }
            || (Answer is Answer.NotFound && first is Answered { Answer: Answer.Grounded });

        /// <summary>The trace of the message, for later work; default where there is none.</summary>
        internal ActivityContext Trace { get; init; }

        /// <summary>The earlier questions, while <see cref="MayImprove"/>.</summary>
        internal IReadOnlyList<PreviousQuestion> Earlier { get; init; } = [];
    }

    /// <summary>Nothing was asked: a greeting, thanks.</summary>
    public sealed record SmallTalk : Reply
    {
        /// <summary>The bot's own words.</summary>
        public required string Said { get; init; }
    }

    /// <summary>Something about the articles themselves was asked for: which there are, who wrote one.</summary>
    public sealed record Sources : Reply
    {
        /// <summary>The text, which may hold titles and summaries of articles: data like any text of theirs.</summary>
        public required string Said { get; init; }

        /// <summary>A list shown below it, one line each: articles, headings; may be empty.</summary>
        public required IReadOnlyList<string> Lines { get; init; }
    }

    /// <summary>The passages that an answer quoted were asked for.</summary>
    public sealed record Passages : Reply
    {
        /// <summary>The passages that still contain a quote.</summary>
        public required IReadOnlyList<ShownPassage> Found { get; init; }

        /// <summary>Number of quotes that are no longer in the articles.</summary>
        public required int Missing { get; init; }
    }

    /// <summary>The message was not taken as a question.</summary>
    public sealed record Refused : Reply
    {
        /// <summary>Why.</summary>
        public required Refusal Reason { get; init; }

        /// <summary>The same in the bot's own words.</summary>
        public required string Said { get; init; }

        /// <summary>After how long the same may be asked again, where that is known.</summary>
        public TimeSpan? RetryAfter { get; init; }

        /// <summary>
        /// Indicates whether the author was told the same a moment ago, so that a network which need not answer stays silent.
        /// </summary>
        public bool IsToldAlready { get; init; }
    }
}

/// <summary>A new id for a reply: short, unlike any other.</summary>
public delegate string ReplyIdSource();

/// <summary>A passage with quotes, and their places in it.</summary>
/// <param name="Passage">The passage as it is kept now.</param>
/// <param name="Marks">The quotes in each of its blocks, in order, without overlap.</param>
public sealed record ShownPassage(Passage Passage, IReadOnlyList<IReadOnlyList<Answers.Highlight>> Marks);
