namespace BriefBot.Answers.Language;

/// <summary>The position of a detail relative to the word it qualifies.</summary>
internal enum DetailPlace
{
    /// <summary>Before it: "evening tour".</summary>
    Before,

    /// <summary>A number after it: "ward 4".</summary>
    Number,

    /// <summary>After it and a preposition: "ultrasound of the heart".</summary>
    After,
}
