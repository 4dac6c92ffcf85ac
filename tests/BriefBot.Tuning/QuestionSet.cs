using BriefBot.Answers.Evaluation;

namespace BriefBot.Tuning;

/// <summary>The questions of one file about one folder.</summary>
/// <param name="Name">Its name in reports: sets of one name are reported together.</param>
/// <param name="Knowledge">The folder of the articles.</param>
/// <param name="Questions">The questions.</param>
internal sealed record QuestionSet(string Name, string Knowledge, IReadOnlyList<EvaluationQuestion> Questions)
{
    /// <summary>The group by which its questions are kept out of training together; null where each is by its article.</summary>
    public string? Group { get; init; }

    /// <summary>Whether the group is left out of training alone, rather than with others.</summary>
    public bool IsLeftOutAlone { get; init; }

    /// <summary>Whether it is measured only.</summary>
    public bool IsMeasuredOnly { get; init; }

    /// <summary>Whether a reply must cite the article that the question names.</summary>
    public bool MustCite => Group is not null;

    /// <summary>
    /// Reads the sets that a command line names: <c>--folders DIR</c> (each subfolder holds <c>knowledge/</c> and <c>questions.jsonl</c>),
    /// <c>--docs DIR</c> (the same, each left out of training alone), <c>--articles KNOWLEDGE_DIR QUESTIONS.jsonl…</c> and <c>--also
    /// QUESTIONS.jsonl…</c>, which are about the same articles and measured only.
    /// </summary>
    public static IReadOnlyList<QuestionSet> Read(IEnumerable<string> arguments)
    {
        var sets = new List<QuestionSet>();
        var (option, knowledge) = ("", "");
        foreach (var argument in arguments)
        {
            switch (argument, option)
            {
                case (['-', '-', ..], _):
                    option = argument;
                    break;
                case (_, "--folders" or "--docs"):
                    var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(argument));
                    sets.AddRange(
                        Directory.GetDirectories(argument).Order(StringComparer.Ordinal).Select(folder => ReadFolder(option, name, folder))
                    );
                    break;
                case (_, "--articles") when Directory.Exists(argument):
                    knowledge = argument;
                    break;
                case (_, "--articles" or "--also"):
                    var file =
                        $"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(argument)))}/{Path.GetFileNameWithoutExtension(argument)}";
                    sets.Add(new QuestionSet(file, knowledge, QuestionsFile.Read(argument)) { IsMeasuredOnly = option == "--also" });
                    break;
            }
        }

        return sets;
    }

    private static QuestionSet ReadFolder(string option, string name, string folder) =>
        new(
            option == "--docs" ? $"{name}/{Path.GetFileName(folder)}" : name,
            Path.Combine(folder, "knowledge"),
            QuestionsFile.Read(Path.Combine(folder, "questions.jsonl"))
        )
        {
            Group = $"{name}/{Path.GetFileName(folder)}",
            IsLeftOutAlone = option == "--docs",
        };
}
