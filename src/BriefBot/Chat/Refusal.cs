namespace BriefBot.Chat;

/// <summary>Why a message was not taken as a question.</summary>
public enum Refusal
{
    /// <summary>It holds no words.</summary>
    Empty,

    /// <summary>It is longer than the limit.</summary>
    TooLong,

    /// <summary>Too many questions wait already.</summary>
    Busy,

    /// <summary>Its author, or all in its channel, ask faster than is allowed.</summary>
    TooFast,

    /// <summary>The bot may not answer there, or not that person.</summary>
    NotAllowed,

    /// <summary>It was missed, and is too old to be answered.</summary>
    Late,
}
