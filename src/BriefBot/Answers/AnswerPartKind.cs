namespace BriefBot.Answers;

/// <summary>The form of an <see cref="AnswerPart"/>.</summary>
public enum AnswerPartKind
{
    /// <summary>Running text.</summary>
    Text,

    /// <summary>Items of a list, with the line that introduces it.</summary>
    List,

    /// <summary>Items of a numbered list.</summary>
    Steps,

    /// <summary>Rows of a table, after the row that names its columns.</summary>
    Table,

    /// <summary>Code, with the line that announces it.</summary>
    Code,
}
