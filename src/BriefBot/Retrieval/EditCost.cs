namespace BriefBot.Retrieval;

/// <summary>
/// Computes the cost of mistyping one word as another: a letter added, missing, changed, or two neighbours swapped cost 1 each, less for
/// likely slips.
/// </summary>
/// <remarks>
/// (Optimal string alignment: Damerau, A technique for computer detection and correction of spelling errors, Communications of the ACM 7,
/// 1964.)
/// </remarks>
internal static class EditCost
{
    private const double Slip = 0.8;
    private const double First = 0.3;

    private static readonly string[] Beside =
    [
        "qwsz",
        "vghn",
        "xdfv",
        "serfcx",
        "wsdr",
        "drtgvc",
        "ftyhbv",
        "gyujnb",
        "ujko",
        "huikmn",
        "jiolm",
        "kop",
        "njk",
        "bhjm",
        "iklp",
        "ol",
        "wa",
        "edft",
        "awedxz",
        "rfgy",
        "yhji",
        "cfgb",
        "qase",
        "zsdc",
        "tghu",
        "asx",
    ];

    /// <summary>
    /// The cost, or positive infinity where more than <paramref name="edits"/> are needed. Either word has at the most 64 letters.
    /// </summary>
    public static double Compute(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant, int edits)
    {
        var width = meant.Length + 1;
        Span<double> cells = stackalloc double[3 * width];
        var before = cells[..width];
        var above = cells.Slice(width, width);
        var row = cells[(2 * width)..];
        for (var j = 0; j < width; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            var least = row[0];
            for (var j = 1; j < width; j++)
            {
                var cost = typed[i - 1] == meant[j - 1] ? above[j - 1] : above[j - 1] + Other(typed[i - 1], meant[j - 1]);
                cost = Math.Min(cost, above[j] + (i > 1 && typed[i - 1] == typed[i - 2] ? Slip : 1));
                cost = Math.Min(cost, row[j - 1] + (j > 1 && meant[j - 1] == meant[j - 2] ? Slip : 1));
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + Slip);
                }

                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > edits)
            {
                return double.PositiveInfinity;
            }

            var free = before;
            before = above;
            above = row;
            row = free;
        }

        var all = above[meant.Length];
        return all > edits ? double.PositiveInfinity : all + (typed[0] == meant[0] ? 0 : First);
    }

    private static double Other(char typed, char meant) => typed is >= 'a' and <= 'z' && Beside[typed - 'a'].Contains(meant) ? Slip : 1;
}
