"""権利侵害の申出: somebody says that a post infringes their own right; the author is asked (情プラ法第3条第2項第2号)."""
