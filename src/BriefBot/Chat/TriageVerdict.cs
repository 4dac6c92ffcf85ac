namespace BriefBot.Chat;

/// <summary>Indicates whether the bot answers a message, and if not, why.</summary>
internal enum TriageVerdict
{
    /// <summary>It is answered.</summary>
    ForUs,

    /// <summary>Another program wrote it.</summary>
    FromBot,

    /// <summary>It calls everybody or a role, and so is not for the bot, whomever it names besides.</summary>
    CallsMany,

    /// <summary>It is not addressed to the bot where only that is taken.</summary>
    NotAddressed,

    /// <summary>The place or the person is not allowed.</summary>
    NotAllowed,
}
