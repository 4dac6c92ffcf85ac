using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace BriefBot.Chat;

/// <summary>
/// Requires a list, or the keys of a dictionary, to hold ids as chat networks give them: digits (Discord), or capital letters and digits
/// (Slack). A name would match nobody.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class NetworkIdsAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        ArgumentNullException.ThrowIfNull(validationContext);
        var ids = value switch
        {
            string one => one.Length > 0 ? [one] : [],
            IEnumerable<string> list => list,
            IDictionary<string, ChannelOptions> dictionary => dictionary.Keys,
            _ => [],
        };
        return ids.FirstOrDefault(id => !Id().IsMatch(id)) is not { } wrong
            ? ValidationResult.Success
            : new ValidationResult(
                $"The field {validationContext.DisplayName} holds “{wrong}”, which is no id. In Discord switch the developer mode on (Settings, Advanced), then “Copy ID” in the menu "
                    + "of the server, channel, role or person.",
                [validationContext.MemberName ?? ""]
            );
    }

    [GeneratedRegex("^(?:[0-9]{1,20}|[A-Z][A-Z0-9]{2,20})$", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
