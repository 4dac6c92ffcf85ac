namespace BriefBot.Service.Hosting;

/// <summary>
/// Settings on the command line by their keys: <c>--Chat:AuthorPerMinute 5</c> or <c>--Chat:AuthorPerMinute=5</c>, before or after the
/// command.
/// </summary>
internal static class SettingArguments
{
    private const string End = "--";

    private static readonly string[] Whole = ["AllowedHosts"];

    /// <summary>Separates settings from other arguments; arguments after a lone <c>--</c> are never settings.</summary>
    /// <exception cref="StartProblemException">One has no value, or is of no section there is.</exception>
    public static (string[] Others, IReadOnlyDictionary<string, string?> Settings) Take(IReadOnlyList<string> arguments)
    {
        var (rest, settings) = (new List<string>(), new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase));
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == End)
            {
                rest.AddRange(arguments.Skip(i));
                break;
            }

            if (KeyOf(arguments[i]) is not { } key)
            {
                rest.Add(arguments[i]);
            }
            else if (arguments[i].Split('=', 2) is [_, var value])
            {
                settings[key] = value;
            }
            else
            {
                settings[key] =
                    ++i < arguments.Count
                        ? arguments[i]
                        : throw new StartProblemException(ExitCode.Usage, $"--{key}: a value is missing, such as --{key} VALUE.");
            }
        }

        return ([.. rest], settings);
    }

    /// <summary>Returns the key of a setting, or null if the argument is not one.</summary>
    private static string? KeyOf(string argument)
    {
        var key = argument.StartsWith(End, StringComparison.Ordinal) ? argument[End.Length..].Split('=')[0] : "";
        if (
            key.Any(char.IsWhiteSpace)
            || (!key.Contains(':', StringComparison.Ordinal) && !Whole.Contains(key, StringComparer.OrdinalIgnoreCase))
        )
        {
            return null;
        }

        string[] sections = [.. Settings.Sections.Keys.Append("Logging").Order(StringComparer.Ordinal)];
        var section = key.Split(':')[0];
        return
            Whole.Append(section).Any(known => known.Equals(key, StringComparison.OrdinalIgnoreCase))
            || sections.Contains(section, StringComparer.OrdinalIgnoreCase)
            ? key
            : throw new StartProblemException(
                ExitCode.Usage,
                $"--{key}: there is no section {section}. There are {string.Join(", ", sections)}."
            );
    }
}
