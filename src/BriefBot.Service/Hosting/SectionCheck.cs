using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace BriefBot.Service.Hosting;

/// <summary>
/// Finds the keys of a section that nothing reads and the values that are not of their type, in the sections within it too.
/// </summary>
internal static class SectionCheck
{
    /// <param name="section">The section.</param>
    /// <param name="options">The class whose properties are its keys.</param>
    /// <returns>The problems, each with its key and the allowed values.</returns>
    public static IEnumerable<string> Check(IConfigurationSection section, Type options)
    {
        var known = options
            .GetProperties()
            .Where(property => property.CanWrite)
            .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        return section
            .GetChildren()
            .SelectMany(setting =>
                known.TryGetValue(setting.Key, out var property)
                    ? OfSetting(setting, $"{section.Path}:{property.Name}", property)
                    :
                    [
                        $"{section.Path}:{setting.Key}: there is no such setting. {section.Path} has {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}.",
                    ]
            );
    }

    private static IEnumerable<string> OfSetting(IConfigurationSection setting, string key, PropertyInfo property) =>
        property.PropertyType switch
        {
            var type when type.IsValueType || type == typeof(string) => OfValue(setting, key, property),
            { IsGenericType: true } list when list.GetGenericTypeDefinition() == typeof(IList<>) => OfList(
                setting,
                key,
                list.GenericTypeArguments[0]
            ),
            { IsGenericType: true } texts when texts.GenericTypeArguments[^1] == typeof(string) && string.IsNullOrEmpty(setting.Value) =>
                setting
                    .GetChildren()
                    .SelectMany(one =>
                        one.GetChildren().Select(part => $"{part.Path}: there is no such setting. {one.Path} is one value.")
                    ),
            _ when !string.IsNullOrEmpty(setting.Value) => [$"{key}: isn’t a single value. Set what is in it, such as {key}:…."],
            { IsGenericType: true } dictionary => setting
                .GetChildren()
                .SelectMany(one =>
                    string.IsNullOrEmpty(one.Value)
                        ? Check(one, dictionary.GenericTypeArguments[1])
                        : [$"{one.Path}: isn’t a single value. Set what is in it, such as {one.Path}:…."]
                ),
            var section => Check(setting, section),
        };

    private static IEnumerable<string> OfValue(IConfigurationSection setting, string key, PropertyInfo property)
    {
        if (setting.GetChildren().FirstOrDefault() is { } part)
        {
            yield return $"{key}:{part.Key}: there is no such setting. {key} is one value.";
        }
        else if (property.PropertyType.IsValueType && !IsValid(property.PropertyType, setting.Value ?? ""))
        {
            yield return $"{key} = {setting.Value}: must be {Allowed(property.PropertyType, property.GetCustomAttribute<RangeAttribute>())}.";
        }
    }

    /// <summary>Rejects a single value where a list is expected: it would be read as an empty list, which allows everything.</summary>
    private static IEnumerable<string> OfList(IConfigurationSection setting, string key, Type type) =>
        setting.Value is not null
            ? [$"{key}: is a list. Set {key}:0, {key}:1 and so on."]
            : setting.GetChildren().SelectMany(entry => OfEntry(entry.Value, $"{key}:{entry.Key}", type));

    private static IEnumerable<string> OfEntry(string? value, string key, Type type)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return $"{key}: must not be empty.";
        }
        else if (!IsValid(type, value))
        {
            yield return $"{key} = {value}: must be {Allowed(type, null)}.";
        }
    }

    private static bool IsValid(Type type, string value) =>
        type.IsEnum
            ? Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase)
            : TypeDescriptor.GetConverter(type).IsValid(value);

    private static string Allowed(Type type, RangeAttribute? range)
    {
        var kind = (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            { IsEnum: true } named => string.Join(" or ", Enum.GetNames(named)),
            var number when number == typeof(int) || number == typeof(long) => "a whole number",
            var number when number == typeof(double) => "a number",
            var other => $"a {other.Name}",
        };
        return range is not null ? FormattableString.Invariant($"{kind} between {range.Minimum} and {range.Maximum}") : kind;
    }
}
