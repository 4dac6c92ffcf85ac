using System.Reflection;

namespace BriefBot.Tests.Chat;

public sealed class WordsTests
{
    public static TheoryData<string> All =>
        [
            .. typeof(BotTexts)
                .GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(member => member is PropertyInfo || (member is MethodInfo method && !method.IsSpecialName))
                .Select(member => member.Name),
        ];

    [Theory]
    [MemberData(nameof(All))]
    public void EveryWordHasItsTextInTheResourceFile(string name)
    {
        var member = typeof(BotTexts).GetMember(name)[0];
        var text = member is PropertyInfo property
            ? (string?)property.GetValue(null)
            : (string?)
                ((MethodInfo)member).Invoke(
                    null,
                    [
                        .. ((MethodInfo)member)
                            .GetParameters()
                            .Select(parameter => parameter.ParameterType == typeof(int) ? 7 : (object)"seven"),
                    ]
                );
        Assert.False(string.IsNullOrWhiteSpace(text));
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
    }
}
