"""The Digital Agency's app (デジタル認証アプリ): proving oneself with the card and a telephone, by OpenID Connect."""
