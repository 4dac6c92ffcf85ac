namespace BriefBot.Knowledge;

/// <summary>From <paramref name="Offset"/> (0-based, in a block's text) on, the text stands on <paramref name="Line"/> (1-based, of the file).</summary>
public readonly record struct LineStart(int Offset, int Line);
