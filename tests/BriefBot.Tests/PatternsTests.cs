using System.Reflection;
using System.Text.RegularExpressions;
using BriefBot.Answers;
using BriefBot.Service.Hosting;

namespace BriefBot.Tests;

/// <summary>
/// No pattern may backtrack without bound: it is run without backtracking, or it has a match timeout and repeats without end
/// only at the end of an atomic group, so that it never goes back into what it has taken.
/// </summary>
public sealed partial class PatternsTests
{
    public static TheoryData<string> Patterns => [.. Generated().Select(method => $"{method.DeclaringType?.FullName}.{method.Name}")];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void APatternNeverBacktracksWithoutBound(string name)
    {
        var method = Generated().Single(method => $"{method.DeclaringType?.FullName}.{method.Name}" == name);
        var pattern = Assert.IsType<Regex>(method.Invoke(null, null), exactMatch: false);
        if (!pattern.Options.HasFlag(RegexOptions.NonBacktracking))
        {
            Assert.InRange(pattern.MatchTimeout, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
            Assert.Empty(
                EndlessLoops(
                    pattern.Options.HasFlag(RegexOptions.IgnorePatternWhitespace)
                        ? Layout().Replace(pattern.ToString(), "")
                        : pattern.ToString()
                )
            );
        }
    }

    [Theory]
    [InlineData(@"\w+ ")]
    [InlineData(@"(?:a|b)*c")]
    [InlineData(@"(?>a+b)")]
    [InlineData(@"(?>(?:a+b)*)")]
    [InlineData(@"a{2,}b")]
    [InlineData(@".+?b")]
    [InlineData(@"(?<=a.*)b")]
    public void APatternThatWouldIsSeen(string pattern) => Assert.NotEmpty(EndlessLoops(pattern));

    [Theory]
    [InlineData(@"(?>\w+) ")]
    [InlineData(@"(?>(?:a|(?>b+)c)*)d")]
    [InlineData(@"[+*]\*\+a{2,5}?b?")]
    [InlineData(@"[^]+*]{1,3}")]
    public void APatternThatWouldNotIsLetThrough(string pattern) => Assert.Empty(EndlessLoops(pattern));

    private static IEnumerable<MethodInfo> Generated() =>
        from assembly in new[] { typeof(IAnswerer).Assembly, typeof(ExitCode).Assembly }
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where method.GetCustomAttribute<GeneratedRegexAttribute>() is not null
        select method;

    /// <summary>The white space between the parts of a pattern that is laid out; what is escaped or in a set is matched.</summary>
    [GeneratedRegex(@"(?<!\\)\s(?![^\[\n]*\])")]
    private static partial Regex Layout();

    /// <summary>Where in the pattern something is repeated without end that is not the last thing in an atomic group.</summary>
    private static List<int> EndlessLoops(string pattern)
    {
        var loops = new List<int>();
        var atomic = new Stack<bool>();
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    i = EndOfSet(pattern, i);
                    break;
                case '(':
                    atomic.Push(pattern.AsSpan(i).StartsWith("(?>"));
                    break;
                case ')':
                    atomic.Pop();
                    break;
                case '*' or '+':
                case '{' when pattern[..pattern.IndexOf('}', i)].EndsWith(','):
                    var end = pattern[i] == '{' ? pattern.IndexOf('}', i) + 1 : i + 1;
                    if (!(end < pattern.Length && pattern[end] == ')' && atomic.TryPeek(out var isAtomic) && isAtomic))
                    {
                        loops.Add(i);
                    }

                    break;
            }
        }

        return loops;
    }

    private static int EndOfSet(string pattern, int start)
    {
        var i = pattern[start + 1] == '^' ? start + 2 : start + 1;
        for (i += pattern[i] == ']' ? 1 : 0; pattern[i] != ']'; i++)
        {
            i += pattern[i] == '\\' ? 1 : 0;
        }

        return i;
    }
}
