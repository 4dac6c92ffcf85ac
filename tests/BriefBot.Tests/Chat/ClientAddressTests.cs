using System.Net;
using BriefBot.Service.Chat;

namespace BriefBot.Tests.Chat;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("2001:DB8:0:0::1", "2001:db8::1")]
    public void AnAddressHasOneForm(string address, string form) => Assert.Equal(form, ClientAddress.Normalize(IPAddress.Parse(address)));
}
