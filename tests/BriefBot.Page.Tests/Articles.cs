namespace BriefBot.Page.Tests;

/// <summary>Articles of a team, in the forms that people write.</summary>
internal static class Articles
{
    public const string Bridge = """
        ---
        title: The bridge
        date: 1990-01-02
        url: https://example.org/bridge
        ---
        # The bridge

        The bridge over the river Elbe was opened on 12 May 1893. It carries trams and bicycles.

        ## Towers

        The towers of the bridge are 54 metres high.
        """;

    public const string Vpn = """
        ---
        title: Working from home
        date: 2026-05-02
        ---
        # Working from home

        The VPN gives access to the office network.

        ## Connect to the VPN

        1. Install the client from the software centre.
        2. Sign in with your badge number.
        3. Choose the gateway in Frankfurt.

        To check the connection, run this command:

        ```
        vpnctl status --verbose
        ```

        ## Plans

        | Plan | Price per month | Storage |
        | --- | --- | --- |
        | Basic | 5 euros | 10 GB |
        | Pro | 12 euros | 200 GB |

        ## Who to call

        Call the help desk at extension 4711 on weekdays.
        """;
}
